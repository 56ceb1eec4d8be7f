/** How people, chats and menus are shown to those who look on. Bytes stay behind. */
import type { JournalRecord } from '../journal.js'
import type { Group } from '../generated/group.js'
import { isRead } from '../people/turn.js'
import type { User } from '../generated/user.js'
import type { Chat, Entry } from '../state/people.js'

export const shownPerson = (user: User) => ({
  ...user.person,
  richMenu: user.richMenu,
  loading: user.seesLoading,
})

export const shownGroup = (group: Group) => {
  const { id, kind, name, pictureUrl, members, botInside } = group.data
  return { id, kind, name, pictureUrl, members, botInside }
}

/** Lines of a chat, those marked that the bot has read. */
export const shownChat = (chat: Chat | undefined) =>
  chat
    ? shownEntries(chat.entries).map((entry, i) =>
        isRead(chat, chat.entries[i]!) ? { ...entry, read: true } : entry,
      )
    : []

/** Media with the number of its bytes instead of them: LINE's own operation has them. */
export const shownEntries = (entries: readonly Entry[]) =>
  entries.map(({ media, ...entry }) =>
    media
      ? { ...entry, media: { bytes: media.bytes.length, contentType: media.contentType } }
      : entry,
  )

/** What happened, as it is told to those who look on. */
export const shownRecord = (record: JournalRecord): unknown =>
  record.type === 'message' ? { ...record, entry: shownEntries([record.entry])[0] } : record
