/** Types of chats, which `toTree` and `toHtml` accept as well as messages. */
import type { Message } from '../../spec/message.js'
import type { QuickReply } from '../../spec/quick-reply.js'
import type { RichMenuRequest } from '../../spec/rich-menu.js'
import type { MessageContent } from '../../spec/webhook/message-content.js'
import type { Person } from '../options.js'

/** A chat on a phone, from top to bottom. */
export interface Chat {
  entries: readonly ChatEntry[]
  /** Name in the bar above the chat. Default: the name of the account. */
  title?: string
  /**
   * Whether people have their names above their messages, as in groups. Default: whether an entry is from a person other than
   * `me` and the bot.
   */
  group?: boolean
  /**
   * Quick replies below the chat; `false` for none. Default: those of the last entry, if it is a message of the bot, as in
   * LINE.
   */
  quickReply?: QuickReply | false
  /** Rich menu in the place of the text field. */
  richMenu?: RichMenuPicture
}

export type ChatEntry = MessageEntry | SystemEntry | LoadingEntry

/** A message in a chat. */
export interface MessageEntry {
  kind: 'message'
  /** A message that the bot sends, or one that it receives. */
  message: Message | MessageContent
  /** Sender: the user of this phone, the bot, or another person. Default: the bot. */
  from?: 'me' | 'bot' | Person
  /** Text next to the message, such as `12:34`. */
  time?: string
  /** Whether the message was read, or by how many people. Only used for messages from `me`. */
  read?: boolean | number
  /** Whether the sender has edited the message. */
  edited?: boolean
  /** The message that this one replies to. */
  quoted?: Quoted
  /**
   * Leaves out name and icon, as LINE does for a text after a text of the same minute. Default: whether the previous entry is such
   * a text of the same sender.
   */
  continues?: boolean
}

/** A message that another one replies to. */
export interface Quoted {
  name?: string
  text: string
  /** Small image of the sticker, image or video. */
  imageUrl?: string
}

/** A system message: someone joins, a message is unsent, a new day starts. */
export interface SystemEntry {
  kind: 'system'
  text: string
}

/** The loading animation that LINE shows while a bot prepares its reply. */
export interface LoadingEntry {
  kind: 'loading'
}

/** A rich menu with its image. */
export interface RichMenuPicture {
  menu: RichMenuRequest
  /** URL of the image. It is not part of the menu, because it is uploaded separately. */
  imageUrl?: string
  /** Whether the menu is open. Default: `selected` of the menu. */
  open?: boolean
  /** Whether the user has changed to the text field. Only used in a chat. Default `false`. */
  keyboard?: boolean
}

/**
 * A message, a list of messages, a chat, or a rich menu. Values of other shapes are permitted at run time: parts that cannot
 * be drawn become a visible box.
 */
export type Drawable = Message | readonly Message[] | Chat | RichMenuPicture
