import type { Props } from '../../jsx-runtime/types.js'
import type { FlexMessage } from '../../spec/flex/index.js'
import { fromRowWithAltText } from '../alt-text.js'
import * as rows from '../generated/rows.js'
import type { MessageProps } from '../message.js'
import type { ContainerChildren } from '../children.js'

/** Props of {@link Message}: `contents` may be the child. */
export interface MessageFlexProps
  extends MessageProps, Omit<Props<FlexMessage, 'contents' | 'altText'>, keyof MessageProps> {
  /** One `<Flex.Bubble>` or `<Flex.Carousel>`; `<QuickReply>`, `<Sender>`. */
  children?: ContainerChildren
}

/**
 * A Flex message: a bubble of up to {@limit flexKilobytes.bubble} KB, or a carousel of up to {@limit flexKilobytes.carousel} KB of JSON.
 *
 * @example
 * <Flex.Message altText="Receipt">
 *   <Flex.Bubble>
 *     <Flex.Body>
 *       <Flex.Text>Thank you</Flex.Text>
 *     </Flex.Body>
 *   </Flex.Bubble>
 * </Flex.Message>
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#flex-message
 */
export const Message = fromRowWithAltText<MessageFlexProps>(rows.FlexMessage)
