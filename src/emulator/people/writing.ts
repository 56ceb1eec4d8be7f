/** People send messages, change them and take them back. */
import type { MessageContent, StickerResourceType } from '../../spec/webhook/index.js'
import { EmulatorError } from '../errors.js'
import type { Chat, Entry, Media, Person } from '../state/people.js'
import type { World } from '../state/world.js'
import { eventOf } from '../webhook/events.js'
import { type MediaOptions, pixel, usualMedia } from './media.js'
import { type TextPart, written } from './text.js'
import { see, turn, type Turn, type TurnOptions } from './turn.js'

/** Content without what LINE adds to it. */
type Bare<T> = T extends MessageContent ? Omit<T, 'id' | 'quoteToken' | 'markAsReadToken'> : never
export type BareContent = Bare<MessageContent>

const quotable = new Set<MessageContent['type']>(['text', 'sticker', 'image', 'video'])

/** How a message is sent. */
export interface WriteOptions extends TurnOptions {
  /** Id of the message that is quoted. */
  quotes?: string | undefined
}

/** A message stands in the chat, and the bot is told. */
export async function write(
  world: World,
  person: Person,
  chat: Chat,
  content: BareContent,
  { quotes, ...options }: WriteOptions = {},
  media?: Media,
): Promise<Turn> {
  see(world, chat, person)
  const entry = put(world, person, chat, withQuote(world, chat, content, quotes), media)
  const events = hears(chat, person) ? [eventOfEntry(world, person, chat, entry)] : []
  return { ...(await turn(world, chat, events, options)), messageId: entry.id }
}

/** Puts a message into the chat. The bot does not hear of it yet. */
export function put(
  world: World,
  person: Person,
  chat: Chat,
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
  const heard = hears(chat, person)
  const entry = world.add(chat, {
    id,
    at: world.now,
    from: person.userId,
    message,
    ...(quoteToken !== undefined && { quoteToken }),
    markAsReadToken,
    ...(!heard && { unheard: true as const }),
    ...(media && { media }),
  })
  if (heard && world.state.account.markAsReadMode === 'auto') world.reads(chat, entry)
  return entry
}

export const eventOfEntry = (world: World, person: Person, chat: Chat, { message }: Entry) =>
  eventOf(world, chat, person, { type: 'message', message })

/** Whether the bot is told of what a person does in a chat. */
export const hears = (chat: Chat, { blocked }: Person): boolean =>
  chat.botInside && !(chat.kind === 'user' && blocked)

function mustBeInside(chat: Chat, { userId, displayName, deleted }: Person): void {
  if (deleted) throw new EmulatorError('not_possible', `${displayName}'s account was deleted.`)
  if (!chat.members.includes(userId))
    throw new EmulatorError('not_possible', `${displayName} is not in ${chat.name ?? chat.id}.`)
}

function withQuote(
  world: World,
  chat: Chat,
  content: BareContent,
  quotes: string | undefined,
): BareContent {
  if (quotes === undefined) return content
  if (content.type !== 'text' && content.type !== 'sticker')
    throw new EmulatorError('not_possible', 'Only texts and stickers can quote a message.')
  if (world.place(quotes)?.chat !== chat)
    throw new EmulatorError('not_found', `There is no message ${quotes} in this chat to quote.`)
  return { ...content, quotedMessageId: quotes }
}

export const textContent = (world: World, parts: string | readonly TextPart[]): BareContent => ({
  type: 'text',
  ...written(world, parts),
})

/** A sticker; one that bots may send too by default. */
export interface StickerOptions {
  packageId?: string | undefined
  stickerId?: string | undefined
  resourceType?: StickerResourceType | undefined
  keywords?: string[] | undefined
  text?: string | undefined
}

export const stickerContent = ({
  packageId = '446',
  stickerId = '1988',
  resourceType = 'STATIC',
  keywords,
  text,
}: StickerOptions): BareContent => {
  if (keywords && keywords.length > 15)
    throw new EmulatorError('bad_option', 'LINE tells at most 15 keywords of a sticker.')
  if (text !== undefined && (resourceType !== 'MESSAGE' || text.length > 100))
    throw new EmulatorError(
      'bad_option',
      "text, of at most 100 characters, stands on stickers of the resourceType 'MESSAGE' only.",
    )
  return {
    type: 'sticker',
    packageId,
    stickerId,
    stickerResourceType: resourceType,
    ...(keywords && { keywords }),
    ...(text !== undefined && { text }),
  }
}

/** A place. */
export interface PlaceOptions {
  latitude?: number | undefined
  longitude?: number | undefined
  title?: string | undefined
  address?: string | undefined
}

export const locationContent = ({
  latitude = 35.67966,
  longitude = 139.73669,
  title,
  address,
}: PlaceOptions): BareContent => ({
  type: 'location',
  latitude,
  longitude,
  ...(title !== undefined && { title }),
  ...(address !== undefined && { address }),
})

/** What can be sent as a header: a type, a subtype and parameters, in visible ASCII. */
const contentTypeForm = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+(?: ?;[ -~]*)?$/

/** @throws {EmulatorError} `bad_option` */
function checkContentType(value: string | undefined): void {
  if (value !== undefined && (value.length > 255 || !contentTypeForm.test(value)))
    throw new EmulatorError(
      'bad_option',
      `contentType has to be a media type such as image/png; it is ${JSON.stringify(value.slice(0, 100))}.`,
    )
}

/**
 * Bytes as LINE keeps them.
 * @throws {EmulatorError} `bad_option` for a content type that is none
 */
export function mediaOf(
  world: World,
  kind: keyof typeof usualMedia,
  options: MediaOptions,
): Media | undefined {
  checkContentType(options.contentType)
  if (options.external) return undefined
  const usual = usualMedia[kind]
  return {
    bytes: options.bytes ?? usual.bytes,
    contentType: options.contentType ?? usual.contentType,
    ...(kind === 'video' && { preview: options.preview ?? pixel, previewType: 'image/png' }),
    ...(kind === 'image' && options.preview && { preview: options.preview }),
    readyAt: world.now + (options.preparing ?? 0),
    ...(options.failed && { failed: true as const }),
  }
}

/** What the bot is told of a picture, video or recording. */
export const mediaContent = (
  kind: 'image' | 'video' | 'audio',
  { external, duration }: MediaOptions,
): BareContent => {
  const contentProvider = external
    ? ({ type: 'external', ...external } as const)
    : ({ type: 'line' } as const)
  return {
    type: kind,
    contentProvider,
    ...(kind !== 'image' && duration !== undefined && { duration }),
  }
}

/** Several pictures at one go: one event each, that say which belong together. */
export async function writeImages(
  world: World,
  person: Person,
  chat: Chat,
  images: readonly MediaOptions[],
  options: TurnOptions,
): Promise<Turn> {
  see(world, chat, person)
  const id = world.chance.hex(64).toUpperCase()
  const events = images.map((image, i) => {
    const content = {
      ...mediaContent('image', image),
      imageSet: { id, index: i + 1, total: images.length },
    } as BareContent
    const entry = put(world, person, chat, content, mediaOf(world, 'image', image))
    return eventOfEntry(world, person, chat, entry)
  })
  return turn(world, chat, hears(chat, person) ? events : [], options)
}

/** A message is taken back: its bytes are gone. */
export async function unsend(
  world: World,
  person: Person,
  messageId: string,
  options: TurnOptions,
): Promise<Turn> {
  const { chat, entry } = own(world, person, messageId)
  entry.unsent = true
  world.journal.tell({ type: 'message', chatId: chat.id, entry })
  const event = eventOf(world, chat, person, { type: 'unsend', unsend: { messageId } })
  return turn(world, chat, hears(chat, person) ? [event] : [], options)
}

/** A text in a group is changed: the old id, a new quote token. */
export async function edit(
  world: World,
  person: Person,
  messageId: string,
  parts: string | readonly TextPart[],
  options: TurnOptions,
): Promise<Turn> {
  const { chat, entry } = own(world, person, messageId)
  if (chat.kind !== 'group' || entry.message.type !== 'text')
    throw new EmulatorError('not_possible', 'Only texts in groups can be changed.')
  const quoteToken = world.chance.token(86)
  const message = { type: 'text' as const, ...written(world, parts), id: messageId, quoteToken }
  entry.message = message
  entry.edited = true
  world.requote(chat, entry, quoteToken)
  const event = eventOf(world, chat, person, { type: 'messageEdited', message })
  return turn(world, chat, hears(chat, person) ? [event] : [], options)
}

function own(world: World, person: Person, messageId: string) {
  const place = world.place(messageId)
  if (place?.entry.from !== person.userId)
    throw new EmulatorError('not_found', `${person.displayName} has sent no message ${messageId}.`)
  return place
}
