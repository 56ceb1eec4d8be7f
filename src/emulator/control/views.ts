/** People, chats and records as JSON, without the bytes of media. */
import type { JournalRecord } from '../journal.js'
import type { Group } from '../generated/group.js'
import { isRead } from '../people/turn.js'
import type { User } from '../generated/user.js'
import type { Chat, Entry } from '../state/people.js'

export const personView = (user: User) => ({
  ...user.person,
  richMenu: user.richMenu,
  loading: user.seesLoading,
})

export const groupView = (group: Group) => {
  const { id, kind, name, pictureUrl, members, botInside } = group.data
  return { id, kind, name, pictureUrl, members, botInside }
}

/** Entries of a chat; those that the bot has read have `read`. */
export const chatView = (chat: Chat | undefined) =>
  chat
    ? entryViews(chat.entries).map((entry, i) =>
        isRead(chat, chat.entries[i]!) ? { ...entry, read: true } : entry,
      )
    : []

/** Entries with the size of their media; LINE's own operation returns the bytes. */
export const entryViews = (entries: readonly Entry[]) =>
  entries.map(({ media, ...entry }) =>
    media
      ? { ...entry, media: { bytes: media.bytes.length, contentType: media.contentType } }
      : entry,
  )

/** A record without the bytes of media. */
export const recordView = (record: JournalRecord): unknown =>
  record.type === 'message' ? { ...record, entry: entryViews([record.entry])[0] } : record
