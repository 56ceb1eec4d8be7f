/** People send, edit and unsend messages. */
import type { MessageContent } from '../../spec/webhook/index.js'
import type { PersonSubject } from '../deeds/deed.js'
import { EmulatorError } from '../errors.js'
import type {
  EditOptions,
  FileOptions,
  MediaOptions,
  TurnOptions,
  WriteOptions,
} from '../generated/options.js'
import type { Chat, Entry, Media, Person } from '../state/people.js'
import type { Place, World } from '../state/world.js'
import { eventOf } from '../webhook/events.js'
import { type BareContent, mediaContent } from './contents.js'
import { mediaOf } from './media.js'
import { type TextPart, written } from './text.js'
import { see, turn, type Turn } from './turn.js'

const quotable = new Set<MessageContent['type']>(['text', 'sticker', 'image', 'video'])

/** Sends a message: adds it to the chat and sends its event. */
export async function write(
  on: PersonSubject,
  content: BareContent,
  { quotes, ...options }: WriteOptions = {},
  media?: Media,
): Promise<Turn> {
  const { world, person, chat } = on
  see(on)
  const entry = put(on, withQuote(world, chat, content, quotes), media)
  const events = receives(chat, person) ? [eventOfEntry(world, person, chat, entry)] : []
  return { ...(await turn(world, chat, events, options)), messageId: entry.id }
}

/** Adds a message to the chat, without an event. */
export function put(
  { world, person, chat }: PersonSubject,
  content: BareContent,
  media?: Media,
): Entry {
  mustBeInside(chat, person)
  if (chat.kind === 'user' && !person.blocked) person.wroteAt = world.now
  const id = world.nextMessageId()
  const quoteToken = quotable.has(content.type) ? world.chance.token(86) : undefined
  const markAsReadToken = world.chance.token(43)
  const message = {
    ...content,
    id,
    ...(quoteToken !== undefined && { quoteToken }),
    markAsReadToken,
  } as MessageContent
  const isReceived = receives(chat, person)
  const entry = world.add(chat, {
    id,
    at: world.now,
    from: person.userId,
    message,
    ...(quoteToken !== undefined && { quoteToken }),
    markAsReadToken,
    ...(!isReceived && { unheard: true as const }),
    ...(media && { media }),
  })
  if (isReceived && world.state.account.markAsReadMode === 'auto') world.reads(chat, entry)
  return entry
}

export const eventOfEntry = (world: World, person: Person, chat: Chat, { message }: Entry) =>
  eventOf(world, chat, person, { type: 'message', message })

/** Returns whether the bot receives what a person does in a chat. */
export const receives = (chat: Chat, { blocked }: Person): boolean =>
  chat.botInside && !(chat.kind === 'user' && blocked)

function mustBeInside(chat: Chat, { userId, displayName, deleted }: Person): void {
  if (deleted)
    throw new EmulatorError('action_not_allowed', `${displayName}'s account was deleted.`)
  if (!chat.members.includes(userId))
    throw new EmulatorError(
      'action_not_allowed',
      `${displayName} is not in ${chat.name ?? chat.id}.`,
    )
}

function withQuote(
  world: World,
  chat: Chat,
  content: BareContent,
  quotes: string | undefined,
): BareContent {
  if (quotes === undefined) return content
  if (content.type !== 'text' && content.type !== 'sticker')
    throw new EmulatorError('action_not_allowed', 'Only texts and stickers can quote a message.')
  if (world.place(quotes)?.chat !== chat)
    throw new EmulatorError(
      'message_not_found',
      `There is no message ${quotes} in this chat to quote.`,
    )
  return { ...content, quotedMessageId: quotes }
}

export const textContent = (world: World, parts: string | readonly TextPart[]): BareContent => ({
  type: 'text',
  ...written(world, parts),
})

/** Sends a picture, video or recording. */
export const writeMedia = async (
  on: PersonSubject,
  kind: 'image' | 'video' | 'audio',
  media: MediaOptions,
  options: WriteOptions,
): Promise<Turn> => {
  const content = mediaOf(kind, media, on.world.now)
  return write(on, mediaContent(kind, media, content), options, content)
}

/** Sends a file. LINE has the bytes of every file. */
export async function writeFile(
  on: PersonSubject,
  { fileName = 'file.txt', external: _, ...file }: FileOptions,
  options: WriteOptions,
): Promise<Turn> {
  const media = mediaOf('file', file, on.world.now)!
  const content = { type: 'file' as const, fileName, fileSize: media.bytes.length }
  return write(on, content, options, media)
}

/** Sends several pictures at once: one event each, with an `imageSet`. */
export async function writeImages(
  on: PersonSubject,
  images: readonly MediaOptions[],
  options: TurnOptions,
): Promise<Turn> {
  const { world, person, chat } = on
  see(on)
  const id = world.chance.hex(64).toUpperCase()
  const events = images.map((image, i) => {
    const media = mediaOf('image', image, world.now)
    const content = {
      ...mediaContent('image', image, media),
      imageSet: { id, index: i + 1, total: images.length },
    } as BareContent
    const entry = put(on, content, media)
    return eventOfEntry(world, person, chat, entry)
  })
  return turn(world, chat, receives(chat, person) ? events : [], options)
}

/** Unsends a message of a person; its content is gone. */
export async function unsend(
  on: PersonSubject,
  messageId: string | undefined,
  options: TurnOptions,
): Promise<Turn> {
  const { world, person } = on
  const { chat, entry } = ownEntry(on, messageId)
  entry.unsent = true
  world.journal.publish({ type: 'message', chatId: chat.id, entry })
  const event = eventOf(world, chat, person, { type: 'unsend', unsend: { messageId: entry.id } })
  return turn(world, chat, receives(chat, person) ? [event] : [], options)
}

/** Edits a text message in a group: it keeps its id and gets a new quote token. */
export async function edit(
  on: PersonSubject,
  parts: string | readonly TextPart[],
  { messageId, ...options }: EditOptions & TurnOptions,
): Promise<Turn> {
  const { world, person } = on
  const { chat, entry } = ownEntry(on, messageId)
  if (chat.kind !== 'group' || entry.message.type !== 'text')
    throw new EmulatorError('action_not_allowed', 'Only text messages in groups can be edited.')
  const quoteToken = world.chance.token(86)
  const message = { type: 'text' as const, ...written(world, parts), id: entry.id, quoteToken }
  entry.message = message
  entry.edited = true
  world.requote(chat, entry, quoteToken)
  const event = eventOf(world, chat, person, { type: 'messageEdited', message })
  return turn(world, chat, receives(chat, person) ? [event] : [], options)
}

/** A message of a person: the last one in the chat unless its id is given. */
function ownEntry({ world, person, chat }: PersonSubject, messageId: string | undefined): Place {
  const place =
    messageId === undefined ? { chat, entry: lastOwnEntry(chat, person) } : world.place(messageId)
  if (place?.entry.from !== person.userId)
    throw new EmulatorError(
      'message_not_found',
      `${person.displayName} has sent no message ${String(messageId)}.`,
    )
  return place
}

/**
 * The last message of a person in a chat.
 * @throws {EmulatorError} `message_not_found`
 */
export function lastOwnEntry(chat: Chat, { userId, displayName }: Person): Entry {
  const entry = chat.entries.findLast(
    ({ from, shownOnly, unsent }) => from === userId && !shownOnly && !unsent,
  )
  if (!entry)
    throw new EmulatorError('message_not_found', `${displayName} has sent no message there.`)
  return entry
}
