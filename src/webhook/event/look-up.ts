/** Who did it, and what was sent. */
import type { Content, ContentOptions } from '../../client/index.js'
import type { BotClient, Profile } from './bot-client.js'
import { WebhookError } from '../base/errors.js'
import type { RawMessage, RawSource } from './raw-event.js'

/** Asks where the event happened: members of a group need not be friends of the bot. */
export async function profileOf(
  line: BotClient,
  source: RawSource | undefined,
): Promise<Profile | undefined> {
  const { userId, groupId, roomId } = source ?? {}
  if (!userId) return undefined
  try {
    if (groupId) return await line.groups.memberProfile(groupId, userId)
    if (roomId) return await line.rooms.memberProfile(roomId, userId)
    return await line.users.profile(userId)
  } catch (error) {
    if ((error as { status?: unknown } | null)?.status === 404) return undefined
    throw error
  }
}

const mediaTypes = ['image', 'video', 'audio', 'file']

/** The bytes that a message stands for. */
export async function contentOf(
  line: BotClient,
  message: RawMessage | undefined,
  options: ContentOptions,
): Promise<Content> {
  if (message && mediaTypes.includes(message.type ?? '')) {
    return line.content.get(message as Parameters<BotClient['content']['get']>[0], options)
  }
  const what = message?.type ? `a ${message.type} message` : 'no message'
  throw new WebhookError(
    'content_missing',
    `Only an image, a video, an audio message or a file has content, and this is ${what}.`,
  )
}
