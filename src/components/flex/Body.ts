import type { Element } from '../../jsx-runtime/element.js'
import type { Children, Props } from '../../jsx-runtime/types.js'
import type { FlexBox, FlexBoxContent, FlexLinearGradient } from '../../spec/flex/index.js'
import { boxOf } from './box-of.js'

/** Props of {@link Body}: those of a box, vertical unless `layout` says otherwise. */
export interface BodyProps extends Props<FlexBox, 'contents' | 'layout'> {
  /** Flex components; `<Flex.LinearGradient>` as background. */
  children?: Children<FlexBoxContent, Element<FlexLinearGradient>>
}

/**
 * The main block of a bubble: a box, vertical unless `layout` says otherwise.
 *
 * @example
 * <Flex.Body spacing="md"><Flex.Text>Thank you</Flex.Text></Flex.Body>
 *
 * @see https://developers.line.biz/en/docs/messaging-api/flex-message-elements/#block
 */
export const Body = boxOf<BodyProps>('Flex.Body', 'flexBody')
