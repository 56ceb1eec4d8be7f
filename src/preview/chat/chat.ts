/** A chat from top to bottom. */
import type { MessageCommon } from '../../spec/message-common.js'
import type { DrawContext } from '../context.js'
import { list, type Loose, record } from '../read.js'
import type { TreeNode } from '../tree.js'
import { unknownKind } from '../undrawable.js'
import { messageRow, type Speaker, speakerOf } from './entry.js'
import { loadingDots, systemLine } from './lines.js'
import { quickReplies } from './quick-reply.js'
import { richMenu } from './rich-menu.js'
import type { Chat, ChatEntry, MessageEntry, SystemEntry } from './types.js'

const isSame = (one: Speaker | undefined, other: Speaker): boolean =>
  one !== undefined &&
  one.own === other.own &&
  one.person.name === other.person.name &&
  one.person.iconUrl === other.person.iconUrl

/** Properties of all kinds of entries. */
type AnyEntry = Omit<MessageEntry, 'kind'> & Omit<SystemEntry, 'kind'> & { kind: unknown }

/** The rows. Consecutive messages of one person have the name only once. */
function rows(entries: readonly unknown[], context: DrawContext): TreeNode[] {
  let before: Speaker | undefined
  return entries.map((value) => {
    const entry = record<AnyEntry>(value)
    const kind = entry?.kind as ChatEntry['kind'] | undefined
    if (entry && kind === 'message') {
      const speaker = speakerOf(entry, context)
      const continues =
        typeof entry.continues === 'boolean' ? entry.continues : isSame(before, speaker)
      before = speaker
      return messageRow(entry, speaker, continues, context)
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

/** Everything in the frame of a chat. */
export function chatRows(chat: Loose<Chat>, context: DrawContext): TreeNode[] {
  const entries = list(chat.entries)
  const quick = chat.quickReply === undefined ? lastQuickReply(entries) : chat.quickReply
  return [...rows(entries, context), ...quickReplies(quick, context)]
}

/** The menu of a chat, if it has one. */
export const chatMenu = (chat: Loose<Chat>, context: DrawContext): TreeNode[] =>
  chat.richMenu === undefined ? [] : [richMenu(chat.richMenu, context)]
