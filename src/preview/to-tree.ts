/** Draws JSON as a tree. */
import { chatMenu, chatRows } from './chat/chat.js'
import { richMenu } from './chat/rich-menu.js'
import type { Chat, Drawable } from './chat/types.js'
import { drawMessage } from './messages/message.js'
import { checkNames, previewNames } from './option-names.js'
import type { PreviewOptions } from './options.js'
import { createContext, type DrawContext } from './context.js'
import { type Loose, record } from './read.js'
import { box, type BoxNode, type TreeNode } from './tree.js'

/** A chat with messages of the bot. */
const chatOf = (messages: readonly unknown[]): Loose<Chat> => ({
  entries: messages.map((message) => ({ kind: 'message', message })),
})

/** The screen around everything. */
const screen = (
  children: readonly TreeNode[],
  background: string,
  bottom: number,
  context: DrawContext,
) =>
  box(
    {
      width: context.width,
      maxWidth: '100%',
      overflow: 'hidden',
      backgroundColor: background,
      paddingBottom: bottom,
    },
    children,
    { role: 'root' },
  )

/** Messages without a chat around them. */
function withoutChat(messages: readonly unknown[], context: DrawContext): BoxNode {
  const rows = messages.map((message) => {
    const { node } = drawMessage(message, { own: false, start: 7, tail: false }, context)
    const isRow = node.kind === 'box' && node.scrolls
    return box(
      isRow
        ? { marginTop: 7 }
        : { marginTop: 7, paddingLeft: 7, paddingRight: 7, alignItems: 'flex-start' },
      [node],
    )
  })
  return screen(rows, context.colors.ground, 7, context)
}

/**
 * Draws a message, a list of messages, a chat or a rich menu as a styled tree: boxes, texts and images with
 * all sizes resolved, for renderers. It only uses the JSON: nothing is fetched or measured. It never
 * throws: parts that cannot be drawn become a box with an explanation.
 *
 * @example
 * import { toTree } from 'fukidashi/preview'
 *
 * const tree = toTree({ type: 'text', text: 'Hello' }, { theme: 'dark' })
 */
export function toTree(drawable: Drawable, options: PreviewOptions = {}): BoxNode {
  checkNames(options, previewNames)
  return drawTree(drawable, options)
}

/** Draws the tree for `toTree`, `toHtml` and `toPng`, which have checked their options. */
export function drawTree(drawable: Drawable, options: PreviewOptions): BoxNode {
  const context = createContext(options)
  const value: unknown = drawable
  if (Array.isArray(value) && !context.framed) return withoutChat(value, context)
  const thing = record(value) ?? {}
  if (record(thing['menu']))
    return screen([richMenu(thing, context)], context.colors.chat, 0, context)
  if (record(thing['size']) && Array.isArray(thing['areas']))
    return screen([richMenu({ menu: thing }, context)], context.colors.chat, 0, context)
  const isChat = Array.isArray(thing['entries'])
  if (!context.framed && !isChat) return withoutChat([value], context)
  const chat = isChat ? (thing as Loose<Chat>) : chatOf(Array.isArray(value) ? value : [value])
  const menu = chatMenu(chat, context)
  const rows = chatRows(chat, context)
  const gap = menu.length > 0 ? [box({ height: 14 })] : []
  return screen([...rows, ...gap, ...menu], context.colors.chat, menu.length > 0 ? 0 : 14, context)
}
