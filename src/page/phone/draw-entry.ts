/** Entries of a chat, drawn by the preview. */
import { type ChatEntry, type HtmlOptions, type MessageEntry, toHtml } from '../../preview/index.js'
import type { ChatView, EntryView } from '../../emulator/ui/view.js'
import { language, say } from '../i18n/language.js'
import { device } from '../kit/device.js'
import { theme } from '../kit/theme.js'
import { inShort, noteText, speakerOf, timeOf } from './entry-text.js'
import { nameOf, type PhoneModel, type Scene } from './model.js'

/** Width of the phone's screen. */
const WIDTH = 375

const dayOf = (at: number): string =>
  new Date(at).toLocaleDateString(language.value, {
    weekday: 'short',
    month: 'short',
    day: 'numeric',
  })

/** Options of the preview. */
export function lookOf({ scene, links }: Pick<PhoneModel, 'scene' | 'links'>): HtmlOptions {
  const { account, people, coupons } = scene.value
  return {
    as: 'rows',
    width: WIDTH,
    device: device.value,
    theme: theme.value,
    language: language.value,
    account: {
      name: account.displayName,
      ...(account.pictureUrl !== undefined && { iconUrl: account.pictureUrl }),
    },
    names: Object.fromEntries([...people].map(([id, { displayName }]) => [id, displayName])),
    coupons,
    pictures: (url) => links.loadable(url),
  }
}

/** Changes when entries have to be drawn again although they are the same. */
export function lookKey({ scene, me }: Pick<PhoneModel, 'scene' | 'me'>): string {
  const { account, people, coupons, hasBot } = scene.value
  const names = [...people.values()].map(({ userId, displayName, pictureUrl }) => [
    userId,
    displayName,
    pictureUrl,
  ])
  const settings = [device.value, theme.value, language.value]
  const look = [...settings, me.value, hasBot, account, names, coupons]
  return JSON.stringify(look)
}

export const stickerUrl = (stickerId: string): string =>
  `https://stickershop.line-scdn.net/stickershop/v1/sticker/${stickerId}/android/sticker.png`

/** Adds URLs to media that people have sent; the emulator stores them. */
function withMedia(entry: EntryView, { links }: PhoneModel): MessageEntry['message'] {
  const message = entry.message as MessageEntry['message']
  if (!('media' in entry)) return message
  const originalContentUrl = links.media(entry.id)
  switch (message.type) {
    case 'image':
      return { ...message, originalContentUrl, previewImageUrl: originalContentUrl }
    case 'video':
      return { ...message, originalContentUrl, previewImageUrl: links.preview(entry.id) }
    case 'audio':
      return { ...message, originalContentUrl }
    default:
      return message
  }
}

/** A thumbnail for quotes. */
function thumbnail(entry: EntryView, phone: PhoneModel): string | undefined {
  const message = withMedia(entry, phone) as { previewImageUrl?: string; stickerId?: string }
  return message.stickerId === undefined ? message.previewImageUrl : stickerUrl(message.stickerId)
}

/** The entry that another one replies to. */
export function quotedBy(
  { from, message }: EntryView,
  entries: readonly EntryView[],
): EntryView | undefined {
  const { quotedMessageId, quoteToken } = message as {
    quotedMessageId?: string
    quoteToken?: string
  }
  if (quotedMessageId !== undefined) return entries.find(({ id }) => id === quotedMessageId)
  // Messages of people have their own quote token; messages of a bot have that of the message they quote.
  if (from !== 'bot' || quoteToken === undefined) return undefined
  return entries.find((one) => one.quoteToken === quoteToken)
}

/** Whether the bot has read a message; in groups, how many have: the bot, and people who have opened the chat since. */
export function readBy(
  entry: EntryView,
  chat: ChatView | undefined,
  { hasBot }: Scene,
): boolean | number {
  if (!chat) return false
  const { readUpTo } = chat
  const byBot = hasBot && entry.readable === true && readUpTo !== undefined && entry.id <= readUpTo
  if (chat.kind === 'user') return byBot
  const people = chat.members.filter(
    (id) => id !== entry.from && (chat.seenUpTo[id] ?? '') >= entry.id,
  )
  return people.length + (byBot ? 1 : 0)
}

/** Everything that the drawing of an entry depends on, beside the look. */
export interface DrawnEntry {
  entry: EntryView
  before: EntryView | undefined
  read: boolean | number
  quoted: EntryView | undefined
}

function rowOf({ entry, read, quoted }: DrawnEntry, phone: PhoneModel): ChatEntry {
  const { message, from } = entry
  const scene = phone.scene.value
  if (message.type === 'note') return { kind: 'system', text: noteText(message, scene) }
  if (entry.unsent) return { kind: 'system', text: say('unsent', { who: speakerOf(entry, scene) }) }
  const person = scene.people.get(from)
  const imageUrl = quoted && !quoted.unsent ? thumbnail(quoted, phone) : undefined
  return {
    kind: 'message',
    message: withMedia(entry, phone),
    from:
      from === 'bot'
        ? 'bot'
        : from === phone.me.value
          ? 'me'
          : {
              name: nameOf(scene, from),
              ...(person?.pictureUrl !== undefined && { iconUrl: person.pictureUrl }),
            },
    time: timeOf(entry.at),
    read,
    ...(entry.edited && { edited: true }),
    ...(quoted && {
      quoted: {
        name: speakerOf(quoted, scene),
        text: inShort(quoted, scene),
        ...(imageUrl !== undefined && { imageUrl }),
      },
    }),
  }
}

const isText = ({ message }: EntryView): boolean =>
  message.type === 'text' || message.type === 'textV2'

const minute = (at: number): number => Math.floor(at / 60_000)

/** Whether an entry is a text after a text of the same person and minute. */
const goesOn = (before: EntryView | undefined, entry: EntryView): boolean =>
  before?.from === entry.from &&
  isText(before) &&
  isText(entry) &&
  !before.unsent &&
  minute(before.at) === minute(entry.at) &&
  JSON.stringify((before.message as { sender?: unknown }).sender) ===
    JSON.stringify((entry.message as { sender?: unknown }).sender)

/** HTML of an entry; with the date if a new day begins. */
export function entryHtml(drawn: DrawnEntry, phone: PhoneModel): string {
  const { entry, before } = drawn
  const row = rowOf(drawn, phone)
  const newDay = !before || new Date(before.at).toDateString() !== new Date(entry.at).toDateString()
  const day: ChatEntry[] = newDay ? [{ kind: 'system', text: dayOf(entry.at) }] : []
  const continued = row.kind === 'message' ? { ...row, continues: goesOn(before, entry) } : row
  const group = phone.chat.value?.kind !== 'user'
  return toHtml({ entries: [...day, continued], group, quickReply: false }, lookOf(phone))
}
