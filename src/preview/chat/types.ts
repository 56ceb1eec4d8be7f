/** A chat as data: what `toTree` and `toHtml` take beside messages. */
import type { Message } from '../../spec/message.js'
import type { QuickReply } from '../../spec/quick-reply.js'
import type { RichMenuRequest } from '../../spec/rich-menu.js'
import type { MessageContent } from '../../spec/webhook/message-content.js'
import type { Person } from '../options.js'

/** A chat on a phone, from top to bottom. */
export interface Chat {
  entries: readonly ChatEntry[]
  /**
   * Buttons below the chat. Unless said, those of the last entry, if it is a message of the bot, as in LINE; `false` for
   * none.
   */
  quickReply?: QuickReply | false
  /** The menu below the chat. */
  richMenu?: RichMenuPicture
}

export type ChatEntry = MessageEntry | SystemEntry | LoadingEntry

/** Something that was said. */
export interface MessageEntry {
  kind: 'message'
  /** Sent, or received by a bot. */
  message: Message | MessageContent
  /** The user of this phone, the bot, or somebody else. The bot unless said. */
  from?: 'me' | 'bot' | Person
  /** Written beside the message as it is, such as `12:34`. */
  time?: string
  /** Whether it was read, or by how many. Shown beside own messages. */
  read?: boolean | number
  /** Whether its sender has changed it. */
  edited?: boolean
  /** The message that this one replies to. */
  quoted?: Quoted
  /** Whether name and icon are left out because the same person goes on. Unless said, seen from the entry before. */
  continues?: boolean
}

/** A message that another one replies to. */
export interface Quoted {
  name?: string
  text: string
  /** A small picture of it: of a sticker, picture or video. */
  imageUrl?: string
}

/** A line of LINE itself: somebody joins, a message is taken back, a day begins. */
export interface SystemEntry {
  kind: 'system'
  text: string
}

/** The dots that LINE shows while a bot prepares its answer. */
export interface LoadingEntry {
  kind: 'loading'
}

/** A rich menu with its picture. */
export interface RichMenuPicture {
  menu: RichMenuRequest
  /** Where the picture is; it is uploaded apart from the menu. */
  imageUrl?: string
  /** Whether it is open; `selected` of the menu unless said. */
  open?: boolean
}

/**
 * What can be drawn: a message, messages in their order, a chat, or a rich menu. It is looked at as it is, whatever its
 * type says: what nobody can draw becomes a visible box.
 */
export type Drawable = Message | readonly Message[] | Chat | RichMenuPicture
