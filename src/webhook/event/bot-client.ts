/** The part of a client that a bot uses. */
import type { LineClient } from '../../client/index.js'
import type { CallHooks } from '../../client/hooks.js'

/** The part of `LineClient` that a bot itself uses. */
export interface BotClient {
  readonly messages: Pick<LineClient['messages'], 'reply' | 'push'>
  readonly users: Pick<LineClient['users'], 'profile'>
  readonly groups: Pick<LineClient['groups'], 'memberProfile'>
  readonly rooms: Pick<LineClient['rooms'], 'memberProfile'>
  readonly content: Pick<LineClient['content'], 'get'>
  /** How it renders messages, where a call does not say. */
  readonly rendering?: LineClient['rendering']
  /** The same client, which calls functions of the bot around its calls. */
  readonly hooked?: (hooks: CallHooks) => BotClient
  readonly chats: Pick<LineClient['chats'], 'showLoading' | 'markAsRead'>
  readonly richMenus: Pick<LineClient['richMenus'], 'link' | 'unlink'>
  readonly richMenuAliases: Pick<LineClient['richMenuAliases'], 'list'>
}

/** Profile of a user. */
export interface Profile {
  userId: string
  displayName: string
  pictureUrl?: string
  /** Only in one-to-one chats. */
  statusMessage?: string
  /** BCP 47 tag, such as `ja`. Only of users who agreed to share it. */
  language?: string
}
