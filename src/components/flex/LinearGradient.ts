import type { Component } from '../../jsx-runtime/component.js'
import type { Props } from '../../jsx-runtime/types.js'
import type { FlexLinearGradient } from '../../spec/flex/index.js'
import { fromRow } from '../from-row.js'
import * as rows from '../generated/rows.js'

/** Props of {@link LinearGradient}. */
export type LinearGradientProps = Props<FlexLinearGradient>

/**
 * A gradient as the background of a box: its prop `background`, or a child. `0deg` goes from bottom to top, `90deg` from left to right.
 *
 * @example
 * <Flex.Box layout="vertical" height="80px" background={<Flex.LinearGradient angle="0deg" startColor="#06C755" endColor="#FFFFFF" />} />
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#linear-gradient-bg
 */
export const LinearGradient: Component<LinearGradientProps> = fromRow(rows.FlexLinearGradient)
