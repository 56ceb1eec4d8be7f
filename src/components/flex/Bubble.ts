import type { Element, JsxElement } from '../../jsx-runtime/element.js'
import type { Nothing, Props } from '../../jsx-runtime/types.js'
import type { FlexBubble } from '../../spec/flex/index.js'
import { fromRow } from '../from-row.js'
import * as rows from '../generated/rows.js'

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

/**
 * A bubble of blocks: header, hero, body, footer, in this order and each optional. Its JSON has room for {@limit flexKilobytes.bubble} KB.
 *
 * @example
 * <Flex.Bubble size="kilo" styles={{ footer: { separator: true } }}>
 *   <Flex.Body><Flex.Text>Tea</Flex.Text></Flex.Body>
 *   <Flex.Footer><Flex.Button><Uri label="Open" uri="https://example.com" /></Flex.Button></Flex.Footer>
 * </Flex.Bubble>
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#bubble
 */
export const Bubble = fromRow<BubbleProps>(rows.FlexBubble)
