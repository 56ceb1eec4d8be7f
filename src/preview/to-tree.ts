/** Draws JSON as a tree. */
import { bareChat, wholeChat } from './chat/chat.js'
import { richMenu } from './chat/rich-menu.js'
import type { Chat, Drawable } from './chat/types.js'
import { drawMessage } from './messages/message.js'
import { checkNames, previewNames } from './option-names.js'
import type { PreviewOptions } from './options.js'
import { edge } from './chat-figures.js'
import { createContext, devicesOf, type DrawContext } from './context.js'
import { type Loose, record } from './read.js'
import { phones, screen } from './phones.js'
import { box, type BoxNode, type TreeNode } from './tree.js'

/** A chat with messages of the bot. */
const chatOf = (messages: readonly unknown[]): Loose<Chat> => ({
  entries: messages.map((message) => ({ kind: 'message', message })),
})

/** Messages without a chat around them. */
const withoutChat = (messages: readonly unknown[], context: DrawContext): TreeNode[] =>
  messages.map((message) => {
    const spot = { own: false, iconSpace: false, tail: false }
    const { node, layout } = drawMessage(message, spot, context)
    return box(
      layout === 'row'
        ? { marginTop: edge }
        : { marginTop: edge, paddingLeft: edge, paddingRight: edge, alignItems: 'flex-start' },
      [node],
    )
  })

/**
 * Draws one screen.
 * @param bare - without the bars around a chat
 */
function drawScreen(value: unknown, bare: boolean, context: DrawContext): BoxNode {
  const { colors } = context
  const alone = (messages: readonly unknown[]) =>
    screen(withoutChat(messages, context), { background: colors.ground, bottom: edge }, context)
  if (Array.isArray(value) && !context.framed) return alone(value)
  const thing = record(value) ?? {}
  const isMenu = record(thing['size']) && Array.isArray(thing['areas'])
  if (isMenu || record(thing['menu'])) {
    const menu = richMenu(isMenu ? { menu: thing } : thing, context)
    return screen([menu], { background: colors.chat, bottom: 0 }, context)
  }
  const isChat = Array.isArray(thing['entries'])
  if (!context.framed && !isChat) return alone([value])
  const chat = isChat ? (thing as Loose<Chat>) : chatOf(Array.isArray(value) ? value : [value])
  const isBare = bare || !context.framed
  const children = (isBare ? bareChat : wholeChat)(chat, context)
  const isLow = isBare && children.at(-1)?.role !== 'rich-menu'
  return screen(children, { background: colors.chat, bottom: isLow ? 14 : 0 }, context)
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

/**
 * Draws the tree for `toTree`, `toHtml` and `toPng`, which have checked their options.
 * @param bare - without the bars around a chat
 */
export function drawTree(drawable: Drawable, options: PreviewOptions, bare = false): BoxNode {
  const screens = devicesOf(options).map((name) => {
    const context = createContext(options, name)
    return { context, tree: drawScreen(drawable, bare, context) }
  })
  return phones(screens, options.caption === true)
}
