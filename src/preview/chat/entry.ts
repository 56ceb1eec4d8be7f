/** One row of a chat: a message with its speaker, time and read mark. */
import type { MessageCommon } from '../../spec/message-common.js'
import type { Sender } from '../../spec/sender.js'
import { drawMessage } from '../messages/message.js'
import type { Person } from '../options.js'
import { nameOf, type DrawContext } from '../context.js'
import { type Loose, record, words } from '../read.js'
import { box, type Style, text, type TreeNode } from '../tree.js'
import { avatar } from './avatar.js'
import { quote, quoteInBubble } from './quote.js'
import type { MessageEntry } from './types.js'
import { withAside } from './with-aside.js'

/** Sender of a message: the user of the phone, or another person with a name and icon. */
export interface Speaker {
  readonly own: boolean
  readonly person: Person
  /** Whether the name is above the message in a chat of two, because it is not that of the account. */
  readonly renamed: boolean
}

/** The account, or the `sender` of the message, with the name of the account added. */
function bot(message: unknown, context: DrawContext): Speaker {
  const sender = record<Sender>(record<MessageCommon>(message)?.sender)
  const account = nameOf(context.account, '')
  const own = nameOf(sender, '')
  const name = own === '' ? account : account === '' ? own : context.words.from(own, account)
  const icon = sender?.iconUrl ?? context.account.iconUrl
  const person = { name: name || 'Bot', ...(typeof icon === 'string' && { iconUrl: icon }) }
  return { own: false, person, renamed: own !== '' }
}

export function speakerOf(entry: Loose<MessageEntry>, context: DrawContext): Speaker {
  if (entry.from === 'me') return { own: true, person: {}, renamed: false }
  const person = record<Person>(entry.from)
  return person
    ? { own: false, person: person as Person, renamed: false }
    : bot(entry.message, context)
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
  return lines
}

export function isText(message: unknown): boolean {
  const type = record<{ type: unknown }>(message)?.type
  return type === 'text' || type === 'textV2'
}

/** Properties of the chat that a row needs. */
export interface RowSetting {
  /** Whether the previous message is a text of the same person, so that name, icon and tail are left out. */
  readonly continues: boolean
  readonly group: boolean
}

/** The row. */
export function messageRow(
  entry: Loose<MessageEntry>,
  speaker: Speaker,
  { continues, group }: RowSetting,
  context: DrawContext,
): TreeNode {
  const { own, person, renamed } = speaker
  const { icon } = context
  const inBubble = entry.quoted !== undefined && isText(entry.message)
  const drawn = drawMessage(
    entry.message,
    {
      own,
      iconSpace: !own,
      tail: !continues,
      ...(inBubble && { quote: quoteInBubble(entry.quoted, own, context) }),
    },
    context,
  )
  const parts = withAside(drawn, aside(entry, own, context), own, context)
  if (entry.quoted !== undefined && !inBubble) parts.unshift(quote(entry.quoted, own, context))
  const head: TreeNode[] = []
  const style: Style = { marginTop: continues ? 5 : 14 }
  if (!own && !continues) {
    const isBelow = drawn.layout !== 'beside' && entry.quoted === undefined
    const space = isBelow ? { minHeight: icon.size + 5 } : {}
    if (group || renamed) {
      const name = text(
        { fontSize: 12, lineHeight: 1.3, color: context.colors.name, marginBottom: 3 },
        nameOf(person, '?'),
      )
      head.push(
        box({ paddingLeft: icon.right, paddingRight: 10, ...space }, [name], { role: 'name' }),
      )
    } else if (isBelow) head.push(box(space))
    style.minHeight = icon.size
    parts.push(avatar(person, context))
  }
  return box(style, [...head, ...parts], { role: own ? 'own' : 'other' })
}
