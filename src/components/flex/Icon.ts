import type { Component } from '../../jsx-runtime/component.js'
import type { Props } from '../../jsx-runtime/types.js'
import type { FlexIcon } from '../../spec/flex/index.js'
import { fromRow } from '../from-row.js'
import * as rows from '../generated/rows.js'

/** Props of {@link Icon}. */
export type IconProps = Props<FlexIcon>

/**
 * A small image in a line of text. Only in boxes with `layout="baseline"`.
 *
 * @example
 * <Flex.Box layout="baseline"><Flex.Icon url="https://example.com/star.png" size="sm" /><Flex.Text>4.0</Flex.Text></Flex.Box>
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#icon
 */
export const Icon: Component<IconProps> = fromRow(rows.FlexIcon)
