/** The message that another one replies to. */
import { type Pen, nameOf } from '../pen.js'
import { record, words } from '../read.js'
import { box, text, type TreeNode } from '../tree.js'
import { beginning } from './place.js'
import type { Quoted } from './types.js'

/** A quiet box above the reply, on its side. */
export function quote(value: unknown, own: boolean, pen: Pen): TreeNode {
  const given = record<Quoted>(value)
  const name = nameOf(value, '')
  const line = { fontSize: 12, lineHeight: 1.4, color: pen.colors.cardText } as const
  const lines = [text(line, words(given?.text, 300), { wrap: true, maxLines: 2 })]
  if (name) lines.unshift(text({ ...line, fontWeight: 700 }, name))
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
    lines,
    { role: 'quote' },
  )
  return own
    ? box({ alignItems: 'flex-end', paddingRight: 12 }, [bubble])
    : box({ alignItems: 'flex-start', paddingLeft: beginning }, [bubble])
}
