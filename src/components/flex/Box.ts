import type { Element } from '../../jsx-runtime/element.js'
import type { Children, Props } from '../../jsx-runtime/types.js'
import type { FlexBox, FlexBoxContent, FlexLinearGradient } from '../../spec/flex/index.js'
import { boxOf } from './box-of.js'

/** Props of {@link Box}: `contents` may be children. */
export interface BoxProps extends Props<FlexBox, 'contents'> {
  /** Flex components; `<Flex.LinearGradient>` as background. */
  children?: Children<FlexBoxContent, Element<FlexLinearGradient>>
}

/**
 * A box that lays out others in a row (`horizontal`), in a column (`vertical`) or on a line of text (`baseline`, which takes
 * texts and icons only).
 *
 * @example
 * <Flex.Box layout="horizontal" spacing="md">
 *   <Flex.Text>Tea</Flex.Text>
 *   <Flex.Text align="end">¥500</Flex.Text>
 * </Flex.Box>
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#box
 */
export const Box = boxOf<BoxProps>('Flex.Box', 'flexComponent')
