import { component } from '../../jsx-runtime/component.js'
import type { Children, Props } from '../../jsx-runtime/types.js'
import type { FlexContainer, FlexMessage } from '../../spec/flex/index.js'
import { deriveAltText } from '../alt-text.js'
import { distribute } from '../distribute.js'
import { messageSlots, one, type AroundMessage, type MessageProps } from '../message.js'

/** Props of {@link Message}: `contents` may be the child. */
export interface MessageFlexProps
  extends MessageProps, Omit<Props<FlexMessage, 'contents' | 'altText'>, keyof MessageProps> {
  /** One `<Flex.Bubble>` or `<Flex.Carousel>`; `<QuickReply>`, `<Sender>`. */
  children?: Children<FlexContainer, AroundMessage>
}

const contents = one('contents')
const slots = messageSlots({ kinds: { flexContainer: contents }, json: contents })

/**
 * A Flex message: a bubble of up to 30 KB, or a carousel of up to 50 KB of JSON.
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
export const Message = component('Flex.Message', 'message', (props: MessageFlexProps, compiler) => {
  const message = compiler.props({ type: 'flex' }, props)
  distribute(compiler, props.children, slots, message)
  deriveAltText(compiler, message, (message as { contents?: unknown }).contents)
  return message
})
