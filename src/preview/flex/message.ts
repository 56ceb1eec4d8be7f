/** Flex messages: one bubble, or bubbles in a row that scrolls. */
import type { FlexBubble, FlexCarousel, FlexMessage } from '../../spec/flex/index.js'
import { columnGap, edge } from '../chat-figures.js'
import { beside, type Drawn, type Spot } from '../drawn.js'
import type { DrawContext } from '../context.js'
import { list, record } from '../read.js'
import { box, type BoxNode, type Style } from '../tree.js'
import { undrawable, unknownKind } from '../undrawable.js'
import { figuresOf, flexBubble } from './bubble.js'

const isGiga = (bubble: unknown): boolean => record<FlexBubble>(bubble)?.size === 'giga'

/** Share of the screen that a giga bubble in a carousel has. */
const gigaShare = 0.8

/** Width of a bubble: that of its size, on phones as narrow as they may be. */
function widthOf(bubble: unknown, start: number, single: boolean, context: DrawContext): number {
  const { width } = figuresOf(bubble)
  const room = context.width - start - edge
  if (isGiga(bubble) && single) return Math.min(width, room)
  const share = isGiga(bubble) ? gigaShare : context.device.bubbleShare
  return Math.min(width, room, Math.round(context.width * share))
}

const item = (bubble: unknown, width: number, style: Style, context: DrawContext): BoxNode =>
  box({ flexDirection: 'row', width, ...style }, [flexBubble(bubble, context)], {
    role: 'flex-item',
  })

/** A single bubble: beside the icon on iPhones, unless it is as wide as the screen; below it otherwise. */
function single(bubble: unknown, spot: Spot, context: DrawContext): Drawn {
  const isBeside = !isGiga(bubble) && context.device.singleBubbleBeside
  const start = spot.iconSpace && isBeside ? context.icon.right : edge
  const width = widthOf(bubble, start, true, context)
  const only = item(bubble, width, { maxWidth: '100%' }, context)
  const node = box({ maxWidth: '100%' }, [only], { role: 'flex' })
  return { node, layout: isBeside ? 'beside' : 'below', edge, timeBelow: true }
}

/** A Flex message. */
export function flexMessage(message: unknown, spot: Spot, context: DrawContext): Drawn {
  const container = record(record<FlexMessage>(message)?.contents)
  const type = container?.['type']
  if (type === 'bubble') return single(container, spot, context)
  if (type !== 'carousel') return beside(unknownKind(context, 'Flex container', type))
  // More than LINE accepts, but limited.
  const bubbles = list((container as Partial<FlexCarousel>).contents).slice(0, 50)
  if (bubbles.length === 0) return beside(undrawable(context, 'a carousel without bubbles'))
  const items = bubbles.map((one, index) => {
    const style = { marginLeft: index === 0 ? edge : columnGap }
    return item(one, widthOf(one, edge, false, context), style, context)
  })
  items.push(box({ width: edge, height: 1 }))
  return {
    node: box({ flexDirection: 'row' }, items, { role: 'flex', scrolls: true }),
    layout: 'row',
  }
}
