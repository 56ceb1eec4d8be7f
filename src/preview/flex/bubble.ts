/** Bubbles: up to four blocks, one below the other. */
import type {
  FlexBlockStyle,
  FlexBox,
  FlexBubble,
  FlexBubbleStyles,
} from '../../spec/flex/index.js'
import { type BubbleFigures, bubbles, footer, type Paddings, separatorColor } from '../figures.js'
import type { Pen } from '../pen.js'
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

/** What the bubble's size says; `mega` unless said. */
export const figuresOf = (bubble: unknown): BubbleFigures =>
  entry(bubbles, record<FlexBubble>(bubble)?.size) ?? bubbles.mega

function paddings(name: BlockName, figures: BubbleFigures, above: boolean): Paddings | undefined {
  if (name === 'hero') return undefined
  if (name === 'header') return figures.header
  if (name === 'footer') return footer
  const [top, sides, bottom] = figures.body
  return [top, sides, above ? figures.bodyBottom : bottom]
}

function hero(value: unknown, parent: Parent, pen: Pen): TreeNode {
  const given = (record(value) ?? {}) as Placed & { readonly type?: unknown }
  if (given.type === 'image') return flexImage(given, parent, true, pen)
  if (given.type === 'video') return flexVideo(given, parent, pen)
  if (given.type === 'box') return flexBox(given, parent, true, pen, { paddings: undefined })
  return unknownKind(pen, 'hero', given.type)
}

function block(
  name: BlockName,
  given: Loose<FlexBubble>,
  parent: Parent,
  first: boolean,
  pen: Pen,
): TreeNode {
  const looks = record<FlexBlockStyle>(record<FlexBubbleStyles>(given.styles)?.[name]) ?? {}
  const style: Style = { backgroundColor: color(looks.backgroundColor) }
  if (name === 'body') style.flexGrow = 1
  // Above the first block there is no line.
  if (looks.separator === true && !first) {
    style.borderTopWidth = 1
    style.borderStyle = 'solid'
    style.borderColor = color(looks.separatorColor) ?? separatorColor
  }
  const value = given[name]
  const inner =
    name === 'hero'
      ? hero(value, parent, pen)
      : record<FlexBox>(value)?.['type'] === 'box'
        ? flexBox(value, parent, true, pen, {
            paddings: paddings(name, figuresOf(given), given.footer !== undefined),
          })
        : unknownKind(pen, name, record(value)?.['type'])
  return box(style, [inner], { role: `flex-${name}` })
}

/** A bubble, as wide as its place. */
export function flexBubble(value: unknown, pen: Pen): TreeNode {
  const given = record<FlexBubble>(value)
  if (given?.type !== 'bubble') return unknownKind(pen, 'Flex container', given?.type)
  const rtl = given.direction === 'rtl'
  const parent: Parent = { layout: 'vertical', rtl, spacing: 0, stretches: true, depth: 0 }
  const present = names.filter((name) => given[name] !== undefined)
  if (present.length === 0) return undrawable(pen, 'a bubble without a block')
  return box(
    {
      flexGrow: 1,
      flexBasis: 0,
      // Bodies stretch to the tallest bubble of a carousel; bubbles without one keep their own height.
      alignSelf: given.body === undefined ? 'flex-start' : undefined,
      overflow: 'hidden',
      backgroundColor: '#ffffff',
      borderRadius: figuresOf(given).radius,
      direction: rtl ? 'rtl' : 'ltr',
    },
    present.map((name, index) => block(name, given, parent, index === 0, pen)),
    { role: 'flex-bubble', tap: tapOf(given.action) },
  )
}
