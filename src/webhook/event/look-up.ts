/** Requests about an event: profiles, contents, loading animations, read marks. */
import type { Content, ContentOptions } from '../../client/index.js'
import type { BotClient, Profile } from './bot-client.js'
import { WebhookError } from '../base/errors.js'
import type { RawMessage, RawSource } from './raw-event.js'

/** An event, as far as these requests need it. */
interface RequestingEvent {
  readonly line: BotClient
  readonly active: boolean
  readonly source: RawSource | undefined
  readonly message: RawMessage | undefined
}

/** Shows the loading animation in chats that have one. */
export async function showLoading(ctx: RequestingEvent, seconds?: number): Promise<void> {
  const { source } = ctx
  if (source?.type !== 'user' || !source.userId || !ctx.active) return
  await ctx.line.chats.showLoading(source.userId, seconds)
}

/** Marks the message of the event as read, if LINE sent a token for that. */
export async function markAsRead(ctx: RequestingEvent): Promise<void> {
  const token = ctx.message?.markAsReadToken
  if (token) await ctx.line.chats.markAsRead(token)
}

/** Profile of the sender, requested from the group or room: its members need not be friends of the bot. */
export async function profileOf(ctx: RequestingEvent): Promise<Profile | undefined> {
  const { userId, groupId, roomId } = ctx.source ?? {}
  if (!userId) return undefined
  const { line } = ctx
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

/** The media file of a message. */
export async function contentOf(ctx: RequestingEvent, options: ContentOptions): Promise<Content> {
  const { message } = ctx
  if (message && mediaTypes.includes(message.type ?? '')) {
    return ctx.line.content.get(message as Parameters<BotClient['content']['get']>[0], options)
  }
  const what = message?.type ? `a ${message.type} message` : 'no message'
  throw new WebhookError(
    'content_missing',
    `Only an image, a video, an audio message or a file has content, and this is ${what}.`,
  )
}
