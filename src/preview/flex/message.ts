/** Flex messages: bubbles in a row that scrolls. */
import type { FlexBubble, FlexCarousel, FlexMessage } from '../../spec/flex/index.js'
import { bubbleGap, bubbleMargin, bubbleShare } from '../figures.js'
import type { DrawContext } from '../context.js'
import { list, record } from '../read.js'
import { box, type Style, type TreeNode } from '../tree.js'
import { undrawable, unknownKind } from '../undrawable.js'
import { figuresOf, flexBubble } from './bubble.js'

/** A single giga bubble is as wide as the screen; all others take four fifths of it, up to the width of their size. */
const isGiga = (bubble: unknown): boolean => record<FlexBubble>(bubble)?.size === 'giga'

function item(
  bubble: unknown,
  first: boolean,
  start: number,
  single: boolean,
  context: DrawContext,
): TreeNode {
  const width = figuresOf(bubble).width
  const style: Style = { flexDirection: 'row', maxWidth: width }
  if (isGiga(bubble) && single) {
    style.marginLeft = style.marginRight = bubbleMargin
    Object.assign(style, { flexGrow: 1, flexShrink: 1, flexBasis: 0 })
  } else {
    style.width = bubbleShare
    style.marginLeft = first ? start : bubbleGap
  }
  return box(style, [flexBubble(bubble, context)], { role: 'flex-item' })
}

/** Whether the message is as wide as the chat, below name and icon. */
export const fillsScreen = (message: unknown): boolean => {
  const contents = record<FlexMessage>(message)?.contents
  return record<FlexBubble>(contents)?.type === 'bubble' && isGiga(contents)
}

/**
 * The row of bubbles.
 * @param start - space before the first bubble, where the sender's icon is
 */
export function flexMessage(message: unknown, start: number, context: DrawContext): TreeNode {
  const container = record(record<FlexMessage>(message)?.contents)
  const type = container?.['type']
  if (type !== 'bubble' && type !== 'carousel')
    return unknownKind(context, 'Flex container', container?.['type'])
  const all = type === 'bubble' ? [container] : list((container as Partial<FlexCarousel>).contents)
  // More than LINE accepts, but limited.
  const shown = all.slice(0, 50)
  if (shown.length === 0) return undrawable(context, 'a carousel without bubbles')
  const items = shown.map((one, index) =>
    item(one, index === 0, start, shown.length === 1, context),
  )
  if (shown.length > 1) items.push(box({ width: bubbleMargin, height: 1 }))
  return box({ flexDirection: 'row' }, items, { role: 'flex', scrolls: true })
}
