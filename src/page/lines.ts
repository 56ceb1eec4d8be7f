/** Entries of a chat, rendered by the preview. */
import { type ChatEntry, type MessageEntry, toHtml } from '../preview/index.js'
import type { Note } from '../emulator/index.js'
import type { EntryView } from '../emulator/ui/view.js'
import { labelOf } from './deeds.js'
import type { Store } from './store.js'
import { loadable, mediaUrl, previewUrl, stickerUrl } from './where.js'

/** Width of the phone's screen. */
const WIDTH = 375

export const timeOf = (at: number): string => {
  const date = new Date(at)
  return `${String(date.getHours()).padStart(2, '0')}:${String(date.getMinutes()).padStart(2, '0')}`
}

const dayOf = (at: number, { language }: Store): string =>
  new Date(at).toLocaleDateString(language, { weekday: 'short', month: 'short', day: 'numeric' })

/** Options of the preview. */
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
  pictures: (url: string) => loadable(url, store),
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

/** The text of a `textV2`, with names for its mentions. */
function withNames(text: string, substitution: unknown, store: Store): string {
  const values = (substitution ?? {}) as Record<
    string,
    { mentionee?: { type: string; userId?: string } } | undefined
  >
  return text.replace(/\{\{|\}\}|\{(\w{1,20})\}/g, (found, key?: string) => {
    if (key === undefined) return found.charAt(0)
    const mentionee = values[key]?.mentionee
    if (!mentionee) return values[key] ? '' : found
    return `@${mentionee.type === 'all' ? 'All' : store.nameOf(mentionee.userId ?? '')}`
  })
}

/** The text of a message. */
export function textOf({ message }: EntryView, store: Store): string | undefined {
  if (message.type === 'text' && 'text' in message) return message.text
  if (message.type !== 'textV2') return undefined
  return withNames(message.text, message.substitution, store)
}

/** A short text for a message, for lists and quotes. */
export function inShort(entry: EntryView, store: Store): string {
  const { words } = store
  const { message } = entry
  if (message.type === 'note') return noteText(message, store)
  if (entry.unsent) return words.unsent(entry.from === 'bot' ? 'Bot' : store.nameOf(entry.from))
  const text = textOf(entry, store)
  if (text !== undefined) return text
  const { altText } = message as { altText?: unknown }
  if (typeof altText === 'string') return altText
  const kinds: Record<string, string> = {
    sticker: labelOf('sendsSticker', store),
    image: labelOf('sendsImage', store),
    video: labelOf('sendsVideo', store),
    audio: labelOf('sendsAudio', store),
    file: labelOf('sendsFile', store),
    location: labelOf('sendsLocation', store),
  }
  return `[${kinds[message.type] ?? message.type}]`
}

/** Adds URLs to media that people have sent; the emulator stores them. */
function withMedia(entry: EntryView): MessageEntry['message'] {
  const message = entry.message as MessageEntry['message']
  if (!('media' in entry)) return message
  const originalContentUrl = mediaUrl(entry.id)
  switch (message.type) {
    case 'image':
      return { ...message, originalContentUrl, previewImageUrl: originalContentUrl }
    case 'video':
      return { ...message, originalContentUrl, previewImageUrl: previewUrl(entry.id) }
    case 'audio':
      return { ...message, originalContentUrl }
    default:
      return message
  }
}

/** A thumbnail for quotes. */
function thumbnail(entry: EntryView): string | undefined {
  const message = withMedia(entry) as { previewImageUrl?: string; stickerId?: string }
  return message.stickerId === undefined ? message.previewImageUrl : stickerUrl(message.stickerId)
}

/** The entry that another one replies to. */
export function quotedBy({ from, message }: EntryView, store: Store): EntryView | undefined {
  const { quotedMessageId, quoteToken } = message as {
    quotedMessageId?: string
    quoteToken?: string
  }
  if (quotedMessageId !== undefined) return store.entries.find(({ id }) => id === quotedMessageId)
  // Messages of people have their own quote token; messages of a bot have that of the message they quote.
  if (from !== 'bot' || quoteToken === undefined) return undefined
  return store.entries.find((one) => one.quoteToken === quoteToken)
}

export const speakerOf = ({ from }: EntryView, store: Store): string =>
  from === 'bot' ? (store.view?.account.displayName ?? '') : store.nameOf(from)

function quoteOf(entry: EntryView, store: Store): MessageEntry['quoted'] {
  const quoted = quotedBy(entry, store)
  if (!quoted) return undefined
  const imageUrl = quoted.unsent ? undefined : thumbnail(quoted)
  return {
    name: speakerOf(quoted, store),
    text: inShort(quoted, store),
    ...(imageUrl !== undefined && { imageUrl }),
  }
}

/** Returns whether the bot has read a message; in groups, how many have: the bot, and people who have opened the chat since. */
export function readBy(entry: EntryView, { chat }: Store): boolean | number {
  if (!chat) return false
  const { readUpTo } = chat
  const byBot = entry.readable === true && readUpTo !== undefined && entry.id <= readUpTo
  if (chat.kind === 'user') return byBot
  const people = chat.members.filter(
    (id) => id !== entry.from && (chat.seenUpTo[id] ?? '') >= entry.id,
  )
  return people.length + (byBot ? 1 : 0)
}

function lineOf(entry: EntryView, store: Store): ChatEntry {
  const { message, from } = entry
  if (message.type === 'note') return { kind: 'system', text: noteText(message, store) }
  const bot = store.view?.account.displayName ?? ''
  if (entry.unsent)
    return { kind: 'system', text: store.words.unsent(from === 'bot' ? bot : store.nameOf(from)) }
  const person = store.person(from)
  const quoted = quoteOf(entry, store)
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
    read: readBy(entry, store),
    ...(entry.edited && { edited: true }),
    ...(quoted && { quoted }),
  }
}

/** Returns whether an entry continues the messages of the same person. */
const goesOn = (before: EntryView | undefined, entry: EntryView): boolean =>
  before?.from === entry.from &&
  before.from !== 'line' &&
  !before.unsent &&
  new Date(before.at).toDateString() === new Date(entry.at).toDateString() &&
  JSON.stringify((before.message as { sender?: unknown }).sender) ===
    JSON.stringify((entry.message as { sender?: unknown }).sender)

/** HTML of an entry; with the date if a new day begins. */
export function lineHtml(entry: EntryView, before: EntryView | undefined, store: Store): string {
  const line = lineOf(entry, store)
  const newDay = !before || new Date(before.at).toDateString() !== new Date(entry.at).toDateString()
  const day: ChatEntry[] = newDay ? [{ kind: 'system', text: dayOf(entry.at, store) }] : []
  const row = line.kind === 'message' ? { ...line, continues: goesOn(before, entry) } : line
  return toHtml({ entries: [...day, row], quickReply: false }, look(store))
}
