/** One row of a chat: a message with its speaker, time and read mark. */
import type { MessageCommon } from '../../spec/message-common.js'
import type { Sender } from '../../spec/sender.js'
import type { Drawn } from '../drawn.js'
import { drawMessage } from '../messages/message.js'
import type { Person } from '../options.js'
import { nameOf, type DrawContext } from '../context.js'
import { type Loose, record, words } from '../read.js'
import { box, type BoxNode, type Style, text, type TreeNode } from '../tree.js'
import { avatar } from './avatar.js'
import { avatarSize, contentLeft } from './place.js'
import { quote, quoteInBubble } from './quote.js'
import type { MessageEntry } from './types.js'

/** Sender of a message: the user of the phone, or another person with a name and icon. */
export interface Speaker {
  readonly own: boolean
  readonly person: Person
}

/** The account, or the `sender` of the message, with the name of the account added. */
function bot(message: unknown, context: DrawContext): Person {
  const sender = record<Sender>(record<MessageCommon>(message)?.sender)
  const account = nameOf(context.account, '')
  const own = nameOf(sender, '')
  const name = own === '' ? account : account === '' ? own : context.words.from(own, account)
  const icon = sender?.iconUrl ?? context.account.iconUrl
  return { name: name || 'Bot', ...(typeof icon === 'string' && { iconUrl: icon }) }
}

export function speakerOf(entry: Loose<MessageEntry>, context: DrawContext): Speaker {
  if (entry.from === 'me') return { own: true, person: {} }
  const person = record<Person>(entry.from)
  return {
    own: false,
    person: person ? (person as Person) : bot(entry.message, context),
  }
}

const small = (content: string, context: DrawContext): TreeNode =>
  text({ fontSize: 10, lineHeight: 1.3, color: context.colors.time }, content)

/** Read mark, "edited" mark and time, from top to bottom. */
function aside(entry: Loose<MessageEntry>, own: boolean, context: DrawContext): TreeNode[] {
  const lines: TreeNode[] = []
  const { read } = entry
  if (own && (read === true || (typeof read === 'number' && read > 0)))
    lines.push(
      small(
        read === true ? context.words.read : `${context.words.read} ${Math.floor(read)}`,
        context,
      ),
    )
  if (entry.edited === true) lines.push(small(context.words.edited, context))
  const time = words(entry.time, 40)
  if (time) lines.push(small(time, context))
  if (lines.length === 0) return []
  const side: Style = own ? { marginRight: 5, alignItems: 'flex-end' } : { marginLeft: 5 }
  return [box({ marginBottom: 1, alignSelf: 'flex-end', ...side }, lines, { role: 'time' })]
}

/** Puts the time into the row of a single narrow bubble, if it fits. */
function withTime(row: BoxNode, extra: TreeNode[], context: DrawContext): BoxNode | undefined {
  const [only, ...others] = row.children
  const width = only?.style.maxWidth
  const fits =
    others.length === 0 && typeof width === 'number' && contentLeft + width + 60 <= context.width
  return fits ? { ...row, children: [...row.children, ...extra] } : undefined
}

/** Width of the longest time next to a message. */
const timeWidth = 40

/** Whether the time fits next to a message. It always does if the message has no fixed width. */
const leavesRoom = ({ style }: TreeNode, context: DrawContext): boolean =>
  typeof style.width !== 'number' || contentLeft + style.width + timeWidth <= context.width

/** The message, with its time and marks next to it or below it. */
function content(drawn: Drawn, extra: TreeNode[], own: boolean, context: DrawContext): TreeNode[] {
  const { node, layout } = drawn
  if (layout === 'beside' && (extra.length === 0 || leavesRoom(node, context))) {
    const style: Style = own
      ? { justifyContent: 'flex-end', paddingRight: 12 }
      : { paddingLeft: contentLeft }
    const children = own ? [...extra, node] : [node, ...extra]
    return [box({ flexDirection: 'row', alignItems: 'flex-end', ...style }, children)]
  }
  const isRow = node.kind === 'box' && node.scrolls
  const together = isRow && !own ? withTime(node, extra, context) : undefined
  if (together) return [together]
  const start = layout === 'below' || own ? 10 : contentLeft - 3
  const below: Style = own
    ? { alignItems: 'flex-end', paddingRight: 10 }
    : { alignItems: 'flex-start', paddingLeft: start }
  // Below the message, the time is aligned with its edge.
  const under = extra.map((node) => ({ ...node, style: { ...node.style, alignSelf: undefined } }))
  const rest = under.length > 0 ? [box({ marginTop: 3, ...below }, under)] : []
  if (layout === 'beside') {
    const style: Style = own ? { alignItems: 'flex-end' } : { alignItems: 'flex-start' }
    const sides: Style = own ? { paddingRight: 12 } : { paddingLeft: contentLeft }
    return [box({ ...style, ...sides }, [node]), ...rest]
  }
  // Rows of bubbles already have margins.
  return [isRow ? node : box({ paddingLeft: 10, paddingRight: 10 }, [node]), ...rest]
}

const isText = (message: unknown): boolean =>
  /^text(?:V2)?$/.test(String(record<{ type: unknown }>(message)?.type))

/**
 * The row.
 * @param continues - whether the previous message is from the same person, so that name, icon and tail are left out
 */
export function messageRow(
  entry: Loose<MessageEntry>,
  speaker: Speaker,
  continues: boolean,
  context: DrawContext,
): TreeNode {
  const { own, person } = speaker
  const inBubble = entry.quoted !== undefined && isText(entry.message)
  const drawn = drawMessage(
    entry.message,
    {
      own,
      start: own ? 10 : contentLeft,
      tail: !continues,
      ...(inBubble && { quote: quoteInBubble(entry.quoted, own, context) }),
    },
    context,
  )
  const parts = content(drawn, aside(entry, own, context), own, context)
  if (entry.quoted !== undefined && !inBubble) parts.unshift(quote(entry.quoted, own, context))
  const head: TreeNode[] = []
  if (!own && !continues) {
    const name = text(
      { fontSize: 12, lineHeight: 1.3, color: context.colors.name, marginBottom: 3 },
      nameOf(person, '?'),
    )
    const style: Style = { paddingLeft: contentLeft, paddingRight: 10 }
    if (drawn.layout === 'below') style.minHeight = avatarSize + 6
    head.push(box(style, [name], { role: 'name' }))
    parts.push(avatar(person, context))
  }
  return box({ marginTop: continues ? 5 : 14 }, [...head, ...parts], {
    role: own ? 'own' : 'other',
  })
}
