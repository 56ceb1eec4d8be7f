/** Playing videos and recordings: it counts in statistics, and the end of a video with a `trackingId` is an event. */
import type { Message } from '../../spec/index.js'
import type { PersonSubject } from '../deeds/deed.js'
import { EmulatorError } from '../errors.js'
import type { PlayOptions } from '../generated/options.js'
import type { Chat, Entry, Person } from '../state/people.js'
import type { World } from '../state/world.js'
import { eventOf } from '../webhook/events.js'
import { turn, type Turn } from './turn.js'

/** Plays a video or recording of the chat. */
export async function play(
  { world, person, chat }: PersonSubject,
  { messageId, percent = 100, ...options }: PlayOptions,
): Promise<Turn> {
  if (!(percent >= 0 && percent <= 100))
    throw new EmulatorError('option_invalid', 'percent must be a number from 0 to 100.')
  const entry = chat.entries.findLast(
    (one) => !one.unsent && playable(one) && (messageId === undefined || one.id === messageId),
  )
  if (!entry)
    throw new EmulatorError(
      'message_not_found',
      `There is no ${messageId === undefined ? 'video or recording' : `video or recording ${messageId}`} in the chat.`,
    )
  note(world, person, chat, entry, percent)
  const { trackingId } = entry.message as { trackingId?: string }
  // LINE sends this event in chats with one person only.
  const isSent =
    percent === 100 && trackingId !== undefined && chat.kind === 'user' && !person.blocked
  const content = { type: 'videoPlayComplete' as const, videoPlayComplete: { trackingId } }
  return turn(world, chat, isSent ? [eventOf(world, chat, person, content)] : [], options)
}

/** Records a play for statistics. */
function note(world: World, person: Person, chat: Chat, entry: Entry, percent: number): void {
  const { requestId } = entry
  if (requestId === undefined) return
  const { plays } = world.state
  plays.push({
    requestId,
    seq: seqOf(chat, entry),
    person: person.userId,
    percent,
    at: world.now,
  })
}

/** The position of a message among those of its request, from 1. */
export const seqOf = ({ entries }: Chat, entry: Entry): number =>
  entries.filter(({ requestId }) => requestId === entry.requestId).indexOf(entry) + 1

/** Videos, recordings, imagemaps with a video, and Flex with a hero video. */
function playable({ message }: Entry): boolean {
  switch (message.type) {
    case 'video':
    case 'audio':
      return true
    case 'imagemap':
      return 'video' in message && message.video !== undefined
    case 'flex':
      return hasHeroVideo(message)
    default:
      return false
  }
}

// LINE accepts videos in a single bubble only.
const hasHeroVideo = ({ contents }: Extract<Message, { type: 'flex' }>): boolean =>
  contents.type === 'bubble' && contents.hero?.type === 'video'
