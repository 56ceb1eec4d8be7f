/** A chat from top to bottom. */
import type { MessageCommon } from '../../spec/message-common.js'
import type { Pen } from '../pen.js'
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

/** What one entry or another has. */
type AnyEntry = Omit<MessageEntry, 'kind'> & Omit<SystemEntry, 'kind'> & { kind: unknown }

/** The rows: who goes on speaking is not named again. */
function rows(entries: readonly unknown[], pen: Pen): TreeNode[] {
  let before: Speaker | undefined
  return entries.map((value) => {
    const entry = record<AnyEntry>(value)
    const kind = entry?.kind as ChatEntry['kind'] | undefined
    if (entry && kind === 'message') {
      const speaker = speakerOf(entry, pen)
      const continues =
        typeof entry.continues === 'boolean' ? entry.continues : isSame(before, speaker)
      before = speaker
      return messageRow(entry, speaker, continues, pen)
    }
    before = undefined
    if (entry && kind === 'system') return systemLine(entry.text, pen)
    if (kind === 'loading') return loadingDots(pen)
    return unknownKind(pen, 'chat entry', kind)
  })
}

/** Quick replies of the last entry, which only a bot has. */
function lastQuickReply(entries: readonly unknown[]): unknown {
  const last = record<MessageEntry>(entries.at(-1))
  if (last?.kind !== 'message' || (last.from !== undefined && last.from !== 'bot')) return undefined
  return record<MessageCommon>(last.message)?.quickReply
}

/** Everything that stands in the frame of a chat. */
export function chatRows(chat: Loose<Chat>, pen: Pen): TreeNode[] {
  const entries = list(chat.entries)
  const quick = chat.quickReply === undefined ? lastQuickReply(entries) : chat.quickReply
  return [...rows(entries, pen), ...quickReplies(quick, pen)]
}

/** The menu of a chat, if it has one. */
export const chatMenu = (chat: Loose<Chat>, pen: Pen): TreeNode[] =>
  chat.richMenu === undefined ? [] : [richMenu(chat.richMenu, pen)]
