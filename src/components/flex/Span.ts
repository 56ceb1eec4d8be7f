import type { Props, TextChildren } from '../../jsx-runtime/types.js'
import type { FlexSpan } from '../../spec/flex/index.js'
import { addText, simple, type Slots } from '../distribute.js'

/** Props of {@link Span}: `text` may be children. */
export interface SpanProps extends Props<FlexSpan, 'text'> {
  /** Text, `<br/>`. */
  children?: TextChildren
}

const slots: Slots = { text: addText }

/**
 * A run of text with a style of its own, in a `<Flex.Text>`.
 *
 * @example
 * <Flex.Text>Sold out <Flex.Span color="#FF334B" weight="bold">today</Flex.Span></Flex.Text>
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#span
 */
export const Span = simple<SpanProps>('Flex.Span', 'flexSpan', 'span', slots)
