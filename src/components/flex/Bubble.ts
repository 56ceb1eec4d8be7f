import type { Element, JsxElement } from '../../jsx-runtime/element.js'
import type { Nothing, Props } from '../../jsx-runtime/types.js'
import type { FlexBubble } from '../../spec/flex/index.js'
import { simple, type Slots } from '../distribute.js'
import { one } from '../message.js'

/** Props of {@link Bubble}: the blocks may be children. */
export interface BubbleProps extends Props<FlexBubble> {
  /** `<Flex.Header>`, `<Flex.Hero>`, `<Flex.Body>`, `<Flex.Footer>`, in any order. */
  children?: BlockChildren
}

/** A block as an element. It is no box to put into another, and each has its own place. */
export interface Block<N extends 'header' | 'hero' | 'body' | 'footer'> {
  readonly block: N
}

type BlockChildren =
  | Element<Block<'header' | 'hero' | 'body' | 'footer'>>
  | JsxElement
  | Nothing
  | readonly BlockChildren[]

const slots: Slots = {
  kinds: {
    flexHeader: one('header'),
    flexHero: one('hero'),
    flexBody: one('body'),
    flexFooter: one('footer'),
  },
}

/**
 * A bubble of up to four blocks, shown in the order header, hero, body, footer. Its JSON has room for 30 KB.
 *
 * @example
 * <Flex.Bubble size="kilo" styles={{ footer: { separator: true } }}>
 *   <Flex.Body><Flex.Text>Tea</Flex.Text></Flex.Body>
 *   <Flex.Footer><Flex.Button><Uri label="Open" uri="https://example.com" /></Flex.Button></Flex.Footer>
 * </Flex.Bubble>
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#bubble
 */
export const Bubble = simple<BubbleProps>('Flex.Bubble', 'flexContainer', 'bubble', slots)
