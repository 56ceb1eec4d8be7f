/** Bubbles: up to four blocks, one below the other. */
import type {
  FlexBlockStyle,
  FlexBox,
  FlexBubble,
  FlexBubbleStyles,
} from '../../spec/flex/index.js'
import { type BubbleFigures, bubbles, footer, type Paddings, separatorColor } from '../figures.js'
import type { DrawContext } from '../context.js'
import { color, entry, type Loose, record } from '../read.js'
import { tapOf } from '../tap.js'
import { box, type Style, type TreeNode } from '../tree.js'
import { undrawable, unknownKind } from '../undrawable.js'
import { flexBox } from './box.js'
import { flexImage } from './image.js'
import type { Parent, Placed } from './place.js'
import { flexVideo } from './video.js'

const names = ['header', 'hero', 'body', 'footer'] as const
type BlockName = (typeof names)[number]

/** The size of the bubble; default `mega`. */
export const figuresOf = (bubble: unknown): BubbleFigures =>
  entry(bubbles, record<FlexBubble>(bubble)?.size) ?? bubbles.mega

function paddings(name: BlockName, figures: BubbleFigures, above: boolean): Paddings | undefined {
  if (name === 'hero') return undefined
  if (name === 'header') return figures.header
  if (name === 'footer') return footer
  const [top, sides, bottom] = figures.body
  return [top, sides, above ? figures.bodyBottom : bottom]
}

function hero(value: unknown, parent: Parent, context: DrawContext): TreeNode {
  const json = (record(value) ?? {}) as Placed & { readonly type?: unknown }
  if (json.type === 'image') return flexImage(json, parent, true, context)
  if (json.type === 'video') return flexVideo(json, parent, context)
  if (json.type === 'box') return flexBox(json, parent, true, context, { paddings: undefined })
  return unknownKind(context, 'hero', json.type)
}

function block(
  name: BlockName,
  json: Loose<FlexBubble>,
  parent: Parent,
  first: boolean,
  context: DrawContext,
): TreeNode {
  const looks = record<FlexBlockStyle>(record<FlexBubbleStyles>(json.styles)?.[name]) ?? {}
  const style: Style = { backgroundColor: color(looks.backgroundColor) }
  if (name === 'body') style.flexGrow = 1
  // The first block has no line above it.
  if (looks.separator === true && !first) {
    style.borderTopWidth = 1
    style.borderStyle = 'solid'
    style.borderColor = color(looks.separatorColor) ?? separatorColor
  }
  const value = json[name]
  const inner =
    name === 'hero'
      ? hero(value, parent, context)
      : record<FlexBox>(value)?.['type'] === 'box'
        ? flexBox(value, parent, true, context, {
            paddings: paddings(name, figuresOf(json), json.footer !== undefined),
          })
        : unknownKind(context, name, record(value)?.['type'])
  return box(style, [inner], { role: `flex-${name}` })
}

/** A bubble, as wide as its parent. */
export function flexBubble(value: unknown, context: DrawContext): TreeNode {
  const json = record<FlexBubble>(value)
  if (json?.type !== 'bubble') return unknownKind(context, 'Flex container', json?.type)
  const rtl = json.direction === 'rtl'
  const parent: Parent = {
    layout: 'vertical',
    rtl,
    spacing: 0,
    aligns: false,
    fixed: true,
    depth: 0,
  }
  const present = names.filter((name) => json[name] !== undefined)
  if (present.length === 0) return undrawable(context, 'a bubble without a block')
  return box(
    {
      flexGrow: 1,
      flexBasis: 0,
      // Bodies stretch to the height of the tallest bubble of a carousel; bubbles without a body keep their own height.
      alignSelf: json.body === undefined ? 'flex-start' : undefined,
      overflow: 'hidden',
      backgroundColor: '#ffffff',
      borderRadius: figuresOf(json).radius,
      direction: rtl ? 'rtl' : 'ltr',
    },
    present.map((name, index) => block(name, json, parent, index === 0, context)),
    { role: 'flex-bubble', tap: tapOf(json.action) },
  )
}
