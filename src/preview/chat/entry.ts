/** One row of a chat: a message with its speaker, time and read mark. */
import type { MessageCommon } from '../../spec/message-common.js'
import type { Sender } from '../../spec/sender.js'
import type { Drawn } from '../drawn.js'
import { drawMessage } from '../messages/message.js'
import type { Person } from '../options.js'
import { nameOf, type Pen } from '../pen.js'
import { type Loose, record, words } from '../read.js'
import { box, type BoxNode, type Style, text, type TreeNode } from '../tree.js'
import { avatar } from './avatar.js'
import { avatarSize, beginning } from './place.js'
import { quote, quoteInBubble } from './quote.js'
import type { MessageEntry } from './types.js'

/** Who speaks: own, or with this name and icon. */
export interface Speaker {
  readonly own: boolean
  readonly person: Person
}

/** The account, unless the message has a sender of its own, who is named together with the account. */
function bot(message: unknown, pen: Pen): Person {
  const sender = record<Sender>(record<MessageCommon>(message)?.sender)
  const account = nameOf(pen.account, '')
  const own = nameOf(sender, '')
  const name = own === '' ? account : account === '' ? own : pen.words.from(own, account)
  const icon = sender?.iconUrl ?? pen.account.iconUrl
  return { name: name || 'Bot', ...(typeof icon === 'string' && { iconUrl: icon }) }
}

export function speakerOf(entry: Loose<MessageEntry>, pen: Pen): Speaker {
  if (entry.from === 'me') return { own: true, person: {} }
  const person = record<Person>(entry.from)
  return {
    own: false,
    person: person ? (person as Person) : bot(entry.message, pen),
  }
}

const small = (said: string, pen: Pen): TreeNode =>
  text({ fontSize: 10, lineHeight: 1.3, color: pen.colors.time }, said)

/** Read mark above time; between them whether it was changed. */
function aside(entry: Loose<MessageEntry>, own: boolean, pen: Pen): TreeNode[] {
  const lines: TreeNode[] = []
  const { read } = entry
  if (own && (read === true || (typeof read === 'number' && read > 0)))
    lines.push(small(read === true ? pen.words.read : `${pen.words.read} ${Math.floor(read)}`, pen))
  if (entry.edited === true) lines.push(small(pen.words.edited, pen))
  const time = words(entry.time, 40)
  if (time) lines.push(small(time, pen))
  if (lines.length === 0) return []
  const side: Style = own ? { marginRight: 5, alignItems: 'flex-end' } : { marginLeft: 5 }
  return [box({ marginBottom: 1, alignSelf: 'flex-end', ...side }, lines, { role: 'time' })]
}

/** A single narrow bubble leaves room for the time in its row. */
function withTime(row: BoxNode, extra: TreeNode[], pen: Pen): BoxNode | undefined {
  const [only, ...others] = row.children
  const width = only?.style.maxWidth
  const fits =
    others.length === 0 && typeof width === 'number' && beginning + width + 60 <= pen.width
  return fits ? { ...row, children: [...row.children, ...extra] } : undefined
}

/** What the longest time needs beside a message. */
const timeWidth = 40

/** Whether a message leaves room for the time beside it. Those without a width of their own always do. */
const leavesRoom = ({ style }: TreeNode, pen: Pen): boolean =>
  typeof style.width !== 'number' || beginning + style.width + timeWidth <= pen.width

/** The message and what stands beside or below it. */
function content(drawn: Drawn, extra: TreeNode[], own: boolean, pen: Pen): TreeNode[] {
  const { node, spread } = drawn
  if (spread === 'beside' && (extra.length === 0 || leavesRoom(node, pen))) {
    const style: Style = own
      ? { justifyContent: 'flex-end', paddingRight: 12 }
      : { paddingLeft: beginning }
    const children = own ? [...extra, node] : [node, ...extra]
    return [box({ flexDirection: 'row', alignItems: 'flex-end', ...style }, children)]
  }
  const isRow = node.kind === 'box' && node.scrolls
  const together = isRow && !own ? withTime(node, extra, pen) : undefined
  if (together) return [together]
  const start = spread === 'below' || own ? 10 : beginning - 3
  const below: Style = own
    ? { alignItems: 'flex-end', paddingRight: 10 }
    : { alignItems: 'flex-start', paddingLeft: start }
  // Below the message, the time begins or ends where the message does.
  const under = extra.map((node) => ({ ...node, style: { ...node.style, alignSelf: undefined } }))
  const rest = under.length > 0 ? [box({ marginTop: 3, ...below }, under)] : []
  if (spread === 'beside') {
    const style: Style = own ? { alignItems: 'flex-end' } : { alignItems: 'flex-start' }
    const sides: Style = own ? { paddingRight: 12 } : { paddingLeft: beginning }
    return [box({ ...style, ...sides }, [node]), ...rest]
  }
  // Rows of bubbles have margins of their own.
  return [isRow ? node : box({ paddingLeft: 10, paddingRight: 10 }, [node]), ...rest]
}

const isText = (message: unknown): boolean =>
  /^text(?:V2)?$/.test(String(record<{ type: unknown }>(message)?.type))

/**
 * The row.
 * @param continues whether the same person spoke just before, so that name, icon and tail are left out
 */
export function messageRow(
  entry: Loose<MessageEntry>,
  speaker: Speaker,
  continues: boolean,
  pen: Pen,
): TreeNode {
  const { own, person } = speaker
  const inBubble = entry.quoted !== undefined && isText(entry.message)
  const drawn = drawMessage(
    entry.message,
    {
      own,
      start: own ? 10 : beginning,
      tail: !continues,
      ...(inBubble && { quote: quoteInBubble(entry.quoted, own, pen) }),
    },
    pen,
  )
  const parts = content(drawn, aside(entry, own, pen), own, pen)
  if (entry.quoted !== undefined && !inBubble) parts.unshift(quote(entry.quoted, own, pen))
  const head: TreeNode[] = []
  if (!own && !continues) {
    const name = text(
      { fontSize: 12, lineHeight: 1.3, color: pen.colors.name, marginBottom: 3 },
      nameOf(person, '?'),
    )
    const style: Style = { paddingLeft: beginning, paddingRight: 10 }
    if (drawn.spread === 'below') style.minHeight = avatarSize + 6
    head.push(box(style, [name], { role: 'name' }))
    parts.push(avatar(person, pen))
  }
  return box({ marginTop: continues ? 5 : 14 }, [...head, ...parts], {
    role: own ? 'own' : 'other',
  })
}
