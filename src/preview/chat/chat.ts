/** A chat from top to bottom. */
import type { MessageCommon } from '../../spec/message-common.js'
import { nameOf, type DrawContext } from '../context.js'
import { list, type Loose, record, words } from '../read.js'
import { box, type TreeNode } from '../tree.js'
import { unknownKind } from '../undrawable.js'
import { headBar, textField } from './bars.js'
import { isText, messageRow, type Speaker, speakerOf } from './entry.js'
import { loadingDots, systemLine } from './lines.js'
import { quickReplies } from './quick-reply.js'
import { richMenu } from './rich-menu.js'
import type { Chat, ChatEntry, MessageEntry, RichMenuPicture, SystemEntry } from './types.js'

/** The previous message. */
interface Previous {
  readonly speaker: Speaker
  readonly entry: Loose<MessageEntry>
}

/** Whether a message is a text after a text of the same person and minute. */
function goesOn(
  before: Previous | undefined,
  speaker: Speaker,
  entry: Loose<MessageEntry>,
): boolean {
  if (before === undefined) return false
  const { own, person } = before.speaker
  return (
    own === speaker.own &&
    person.name === speaker.person.name &&
    person.iconUrl === speaker.person.iconUrl &&
    before.entry.time === entry.time &&
    isText(before.entry.message) &&
    isText(entry.message)
  )
}

/** Properties of all kinds of entries. */
type AnyEntry = Omit<MessageEntry, 'kind'> & Omit<SystemEntry, 'kind'> & { kind: unknown }

/** Whether people have names: if `group` is not set, there is a person other than the user and the bot. */
const isGroup = ({ group }: Loose<Chat>, entries: readonly unknown[]): boolean =>
  typeof group === 'boolean'
    ? group
    : entries.some((entry) => record(record<AnyEntry>(entry)?.from) !== undefined)

/** The rows. */
function rows(entries: readonly unknown[], group: boolean, context: DrawContext): TreeNode[] {
  let before: Previous | undefined
  return entries.map((value) => {
    const entry = record<AnyEntry>(value)
    const kind = entry?.kind as ChatEntry['kind'] | undefined
    if (entry && kind === 'message') {
      const speaker = speakerOf(entry, context)
      const continues =
        typeof entry.continues === 'boolean' ? entry.continues : goesOn(before, speaker, entry)
      before = { speaker, entry }
      return messageRow(entry, speaker, { continues, group }, context)
    }
    before = undefined
    if (entry && kind === 'system') return systemLine(entry.text, context)
    if (kind === 'loading') return loadingDots(context)
    return unknownKind(context, 'chat entry', kind)
  })
}

/** Quick replies of the last entry, if it is from the bot. */
function lastQuickReply(entries: readonly unknown[]): unknown {
  const last = record<MessageEntry>(entries.at(-1))
  if (last?.kind !== 'message' || (last.from !== undefined && last.from !== 'bot')) return undefined
  return record<MessageCommon>(last.message)?.quickReply
}

/** The rows and the quick replies. */
function chatRows(chat: Loose<Chat>, context: DrawContext): TreeNode[] {
  const entries = list(chat.entries)
  const quick = chat.quickReply === undefined ? lastQuickReply(entries) : chat.quickReply
  return [...rows(entries, isGroup(chat, entries), context), ...quickReplies(quick, context)]
}

/** The rich menu, if it is visible. */
const menuOf = ({ richMenu: menu }: Loose<Chat>, context: DrawContext): TreeNode[] =>
  menu === undefined || record<RichMenuPicture>(menu)?.keyboard === true
    ? []
    : [richMenu(menu, context)]

/** A chat without bars: the rows, the quick replies and the rich menu. */
export function bareChat(chat: Loose<Chat>, context: DrawContext): TreeNode[] {
  const menu = menuOf(chat, context)
  return [...chatRows(chat, context), ...(menu.length > 0 ? [box({ height: 14 })] : []), ...menu]
}

/** The chat with the bar above it, and the text field or the rich menu below it. */
export function wholeChat(chat: Loose<Chat>, context: DrawContext): TreeNode[] {
  const name = words(chat.title, 80) || nameOf(context.account, 'Bot')
  const all = chatRows(chat, context)
  const menu = menuOf(chat, context)
  // Quick replies are directly above the bar below.
  const isQuick = all.at(-1)?.role === 'quick-replies'
  return [
    headBar(name, context),
    box({ paddingBottom: isQuick ? 0 : 14 }, all, { role: 'chat' }),
    ...(menu.length > 0 ? menu : [textField(chat.richMenu !== undefined, context)]),
  ]
}
