/** From JSON to the tree. */
import { chatMenu, chatRows } from './chat/chat.js'
import { richMenu } from './chat/rich-menu.js'
import type { Chat, Drawable } from './chat/types.js'
import { drawMessage } from './messages/message.js'
import type { PreviewOptions } from './options.js'
import { makePen, type Pen } from './pen.js'
import { type Loose, record } from './read.js'
import { box, type BoxNode, type TreeNode } from './tree.js'

/** Messages as the bot's part of a chat. */
const said = (messages: readonly unknown[]): Loose<Chat> => ({
  entries: messages.map((message) => ({ kind: 'message', message })),
})

/** The screen that everything stands on. */
const screen = (children: readonly TreeNode[], background: string, bottom: number, pen: Pen) =>
  box(
    {
      width: pen.width,
      maxWidth: '100%',
      overflow: 'hidden',
      backgroundColor: background,
      paddingBottom: bottom,
    },
    children,
    { role: 'root' },
  )

/** Messages without a chat around them. */
function alone(messages: readonly unknown[], pen: Pen): BoxNode {
  const rows = messages.map((message) => {
    const { node } = drawMessage(message, { own: false, start: 7, tail: false }, pen)
    const isRow = node.kind === 'box' && node.scrolls
    return box(
      isRow
        ? { marginTop: 7 }
        : { marginTop: 7, paddingLeft: 7, paddingRight: 7, alignItems: 'flex-start' },
      [node],
    )
  })
  return screen(rows, pen.colors.ground, 7, pen)
}

/**
 * The styled tree of a message, of messages in their order, of a chat or of a rich menu: boxes, texts and pictures with
 * every figure resolved, for renderers. It is made of JSON alone: nothing is fetched, measured or looked up. It never
 * throws; what cannot be drawn becomes a box that says so.
 *
 * @example
 * import { toTree } from 'fukidashi/preview'
 *
 * const tree = toTree({ type: 'text', text: 'Hello' }, { theme: 'dark' })
 */
export function toTree(drawable: Drawable, options: PreviewOptions = {}): BoxNode {
  const pen = makePen(options)
  const given: unknown = drawable
  if (Array.isArray(given) && !pen.framed) return alone(given, pen)
  const thing = record(given) ?? {}
  if (record(thing['menu'])) return screen([richMenu(thing, pen)], pen.colors.chat, 0, pen)
  if (record(thing['size']) && Array.isArray(thing['areas']))
    return screen([richMenu({ menu: thing }, pen)], pen.colors.chat, 0, pen)
  const isChat = Array.isArray(thing['entries'])
  if (!pen.framed && !isChat) return alone([given], pen)
  const chat = isChat ? (thing as Loose<Chat>) : said(Array.isArray(given) ? given : [given])
  const menu = chatMenu(chat, pen)
  const rows = chatRows(chat, pen)
  const gap = menu.length > 0 ? [box({ height: 14 })] : []
  return screen([...rows, ...gap, ...menu], pen.colors.chat, menu.length > 0 ? 0 : 14, pen)
}
