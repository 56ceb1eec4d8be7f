/** What the bot needs of a client. `LineClient` is one. */
import type { LineClient } from '../../client/index.js'

/** The part of `LineClient` that a bot itself uses. */
export interface BotClient {
  readonly messages: Pick<LineClient['messages'], 'reply' | 'push'>
  readonly users: Pick<LineClient['users'], 'profile'>
  readonly groups: Pick<LineClient['groups'], 'memberProfile'>
  readonly rooms: Pick<LineClient['rooms'], 'memberProfile'>
  readonly content: Pick<LineClient['content'], 'get'>
  /** How it renders messages, where a call does not say. */
  readonly rendering?: LineClient['rendering']
  readonly chats: Pick<LineClient['chats'], 'showLoading' | 'markAsRead'>
}

/** Who somebody is. */
export interface Profile {
  userId: string
  displayName: string
  pictureUrl?: string
  /** Of users in a chat of their own with the bot. */
  statusMessage?: string
  /** BCP 47; of users who have agreed to tell it. */
  language?: string
}
