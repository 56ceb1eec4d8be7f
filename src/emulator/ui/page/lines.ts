/** Lines of a chat as the preview draws them. */
import { type ChatEntry, type MessageEntry, toHtml } from '../../../preview/index.js'
import type { Note } from '../../state/people.js'
import type { ShownEntry } from '../view.js'
import type { Store } from './store.js'
import { mediaUrl } from './where.js'

/** Width of the phone's screen that messages are laid out for. */
const WIDTH = 375

export const timeOf = (at: number): string => {
  const date = new Date(at)
  return `${String(date.getHours()).padStart(2, '0')}:${String(date.getMinutes()).padStart(2, '0')}`
}

const dayOf = (at: number, { language }: Store): string =>
  new Date(at).toLocaleDateString(language, { weekday: 'short', month: 'short', day: 'numeric' })

/** How everything in the chat is drawn. */
export const look = (store: Store) => ({
  as: 'rows' as const,
  width: WIDTH,
  theme: store.theme,
  language: store.language,
  account: {
    name: store.view?.account.displayName ?? '',
    ...(store.view?.account.pictureUrl !== undefined && {
      iconUrl: store.view.account.pictureUrl,
    }),
  },
  names: Object.fromEntries(
    (store.view?.people ?? []).map(({ userId, displayName }) => [userId, displayName]),
  ),
  coupons: store.view?.coupons ?? {},
})

const named = (store: Store, ids: readonly string[]): string =>
  ids.map((id) => store.nameOf(id)).join(', ')

function noteText({ note, people }: Note, store: Store): string {
  const { words, view } = store
  const bot = view?.account.displayName ?? ''
  return note === 'botJoined' || note === 'botLeft'
    ? words[note](bot)
    : words[note](named(store, people))
}

/** Few words for a message, for lists and quotes. */
export function inShort(entry: ShownEntry, store: Store): string {
  const { words } = store
  const { message } = entry
  if (message.type === 'note') return noteText(message, store)
  if (entry.unsent) return words.unsent(entry.from === 'bot' ? 'Bot' : store.nameOf(entry.from))
  const { text, altText } = message as { text?: unknown; altText?: unknown }
  if (typeof text === 'string') return text
  if (typeof altText === 'string') return altText
  const kinds: Record<string, string> = {
    sticker: words.sticker,
    image: words.picture,
    video: words.video,
    audio: words.audio,
    file: words.file,
    location: words.place,
  }
  return `[${kinds[message.type] ?? message.type}]`
}

/** What people sent is kept by the emulator. */
function withMedia(entry: ShownEntry): MessageEntry['message'] {
  const message = entry.message as MessageEntry['message']
  const image = 'media' in entry && entry.media.contentType.startsWith('image/')
  if (!image || message.type !== 'image') return message
  const url = mediaUrl(entry.id)
  return { ...message, originalContentUrl: url, previewImageUrl: url }
}

function quotedBy(entry: ShownEntry, store: Store): MessageEntry['quoted'] {
  const { quotedMessageId, quoteToken } = entry.message as {
    quotedMessageId?: string
    quoteToken?: string
  }
  const quoted = store.entries.find(
    (one) =>
      one !== entry &&
      (one.id === quotedMessageId || (entry.from === 'bot' && one.quoteToken === quoteToken)),
  )
  if (!quoted || (quotedMessageId === undefined && quoteToken === undefined)) return undefined
  const bot = store.view?.account.displayName ?? ''
  return {
    name: quoted.from === 'bot' ? bot : store.nameOf(quoted.from),
    text: inShort(quoted, store),
  }
}

/** Accounts without a chat of their own mark what they get as read at once. */
export function isRead(entry: ShownEntry, store: Store): boolean {
  const { chat, view } = store
  if (!chat) return false
  if (view?.account.markAsReadMode === 'auto')
    return chat.botInside && !(chat.kind === 'user' && store.person(chat.id)?.blocked)
  return chat.readUpTo !== undefined && entry.id <= chat.readUpTo
}

function lineOf(entry: ShownEntry, store: Store): ChatEntry {
  const { message, from } = entry
  if (message.type === 'note') return { kind: 'system', text: noteText(message, store) }
  const bot = store.view?.account.displayName ?? ''
  if (entry.unsent)
    return { kind: 'system', text: store.words.unsent(from === 'bot' ? bot : store.nameOf(from)) }
  const person = store.person(from)
  const quoted = quotedBy(entry, store)
  return {
    kind: 'message',
    message: withMedia(entry),
    from:
      from === 'bot'
        ? 'bot'
        : from === store.me
          ? 'me'
          : {
              name: person?.displayName ?? from,
              ...(person?.pictureUrl !== undefined && { iconUrl: person.pictureUrl }),
            },
    time: timeOf(entry.at),
    read: isRead(entry, store),
    ...(quoted && { quoted }),
  }
}

/** Whether two lines are one person's, one after the other. */
const goesOn = (before: ShownEntry | undefined, entry: ShownEntry): boolean =>
  before?.from === entry.from &&
  before.from !== 'line' &&
  !before.unsent &&
  new Date(before.at).toDateString() === new Date(entry.at).toDateString() &&
  JSON.stringify((before.message as { sender?: unknown }).sender) ===
    JSON.stringify((entry.message as { sender?: unknown }).sender)

/** HTML of one line; with the day, where one begins. */
export function lineHtml(entry: ShownEntry, before: ShownEntry | undefined, store: Store): string {
  const line = lineOf(entry, store)
  const newDay = !before || new Date(before.at).toDateString() !== new Date(entry.at).toDateString()
  const day: ChatEntry[] = newDay ? [{ kind: 'system', text: dayOf(entry.at, store) }] : []
  const row = line.kind === 'message' ? { ...line, continues: goesOn(before, entry) } : line
  return toHtml({ entries: [...day, row], quickReply: false }, look(store))
}
