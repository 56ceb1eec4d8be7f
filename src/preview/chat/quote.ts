/** The message that another one replies to. */
import { type Pen, nameOf, picture } from '../pen.js'
import { record, words } from '../read.js'
import { box, image, type Style, text, type TreeNode } from '../tree.js'
import { beginning } from './place.js'
import type { Quoted } from './types.js'

/** Who said what, and a small picture of what was no text. */
function lines(value: unknown, color: string, pen: Pen): TreeNode[] {
  const given = record<Quoted>(value)
  const name = nameOf(value, '')
  const line = { fontSize: 12, lineHeight: 1.4, color } as const
  const said: TreeNode[] = [
    text({ ...line, opacity: 0.75 }, words(given?.text, 300), { wrap: true, maxLines: 2 }),
  ]
  if (name) said.unshift(text({ ...line, fontWeight: 700 }, name))
  if (given?.imageUrl === undefined) return said
  const size: Style = { width: 34, height: 34, marginLeft: 10, borderRadius: 4 }
  return [
    box({ flexDirection: 'row', alignItems: 'center', justifyContent: 'space-between' }, [
      box({ flexShrink: 1 }, said),
      image(size, { ...picture(pen, given.imageUrl), placeholder: '' }),
    ]),
  ]
}

/** The upper part of the bubble that replies. */
export const quoteInBubble = (value: unknown, own: boolean, pen: Pen): TreeNode[] => {
  const color = own ? pen.colors.ownText : pen.colors.otherText
  return [
    box({}, lines(value, color, pen), { role: 'quote' }),
    box({ height: 1, marginTop: 7, marginBottom: 7, backgroundColor: color, opacity: 0.14 }, []),
  ]
}

/** A quiet box above a reply that has no bubble, on its side. */
export function quote(value: unknown, own: boolean, pen: Pen): TreeNode {
  const bubble = box(
    {
      paddingTop: 6,
      paddingRight: 11,
      paddingBottom: 6,
      paddingLeft: 11,
      marginBottom: 4,
      borderRadius: 12,
      backgroundColor: pen.colors.card,
      opacity: 0.82,
      maxWidth: '72%',
    },
    lines(value, pen.colors.cardText, pen),
    { role: 'quote' },
  )
  return own
    ? box({ alignItems: 'flex-end', paddingRight: 12 }, [bubble])
    : box({ alignItems: 'flex-start', paddingLeft: beginning }, [bubble])
}
