import type { Component } from '../../jsx-runtime/component.js'
import type { Props } from '../../jsx-runtime/types.js'
import type { FlexSeparator } from '../../spec/flex/index.js'
import { fromRow } from '../from-row.js'
import * as rows from '../generated/rows.js'

/** Props of {@link Separator}. */
export type SeparatorProps = Props<FlexSeparator>

/**
 * A line between components.
 *
 * @example
 * <Flex.Separator margin="lg" color="#DDDDDD" />
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#separator
 */
export const Separator: Component<SeparatorProps> = fromRow(rows.FlexSeparator)
