/** The message that another one replies to. */
import { chatFont, type DrawContext, nameOf, picture } from '../context.js'
import { record, words } from '../read.js'
import { box, image, type Style, text, type TreeNode } from '../tree.js'
import type { Quoted } from './types.js'

/** Name and text of the quoted message, and a small image if it was not a text. */
function lines(value: unknown, color: string, context: DrawContext): TreeNode[] {
  const json = record<Quoted>(value)
  const name = nameOf(value, '')
  const line = { ...chatFont(context, 12), lineHeight: 1.4, color } as const
  const parts: TreeNode[] = [
    text({ ...line, opacity: 0.75 }, words(json?.text, 300), { wrap: true, maxLines: 2 }),
  ]
  if (name) parts.unshift(text({ ...line, fontWeight: 700 }, name))
  if (json?.imageUrl === undefined) return parts
  const size: Style = { width: 34, height: 34, marginLeft: 10, borderRadius: 4 }
  return [
    box({ flexDirection: 'row', alignItems: 'center', justifyContent: 'space-between' }, [
      box({ flexShrink: 1 }, parts),
      image(size, { ...picture(context, json.imageUrl), placeholder: '' }),
    ]),
  ]
}

/** The quoted message at the top of the replying bubble. */
export const quoteInBubble = (value: unknown, own: boolean, context: DrawContext): TreeNode[] => {
  const color = own ? context.colors.ownText : context.colors.otherText
  return [
    box({}, lines(value, color, context), { role: 'quote' }),
    box({ height: 1, marginTop: 7, marginBottom: 7, backgroundColor: color, opacity: 0.14 }, []),
  ]
}

/** The quoted message in a box above a reply without a bubble. */
export function quote(value: unknown, own: boolean, context: DrawContext): TreeNode {
  const bubble = box(
    {
      paddingTop: 6,
      paddingRight: 11,
      paddingBottom: 6,
      paddingLeft: 11,
      marginBottom: 4,
      borderRadius: 12,
      backgroundColor: context.colors.place,
      opacity: 0.82,
      maxWidth: '72%',
    },
    lines(value, context.colors.placeText, context),
    { role: 'quote' },
  )
  return own
    ? box({ alignItems: 'flex-end', paddingRight: 12 }, [bubble])
    : box({ alignItems: 'flex-start', paddingLeft: context.icon.right }, [bubble])
}
