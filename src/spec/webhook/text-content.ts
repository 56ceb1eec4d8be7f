import type { ReceivedMessage } from './message-content.js'

/**
 * A text that a user sent.
 * @see https://developers.line.biz/en/reference/messaging-api/#wh-text
 */
export interface TextMessageContent extends ReceivedMessage {
  type: 'text'
  /** The text. It contains LINE emoji as words such as `(hello)`, and mentions as `@name`. */
  text: string
  /** LINE emoji in the text. Default emoji of LINE for Android are not listed. */
  emojis?: ReceivedEmoji[]
  mention?: ReceivedMention
  /** Quotes this message in a reply or push. Does not expire. */
  quoteToken: string
  /** The message that this one quotes. Its content cannot be fetched. */
  quotedMessageId?: string
}

/** A LINE emoji in a received text. */
export interface ReceivedEmoji {
  /** Position of its word in the text, in UTF-16 code units. */
  index: number
  /** Length of its word, in UTF-16 code units. */
  length: number
  productId: string
  emojiId: string
}

/** A mention in a received text. */
export interface ReceivedMention {
  /** Up to {@limit webhook.mentionees} mentions, in the order of the text. */
  mentionees: Mentionee[]
}

/** @discriminator type */
export type Mentionee = UserMentionee | AllMentionee

/** Place of a mention in the text. */
export interface MentionPlace {
  /** Position of `@name` in the text, in UTF-16 code units. */
  index: number
  /** Length of `@name`, in UTF-16 code units. */
  length: number
}

/** One person, or the bot, is mentioned. */
export interface UserMentionee extends MentionPlace {
  type: 'user'
  /** Id of the user; only if the user has agreed to share it. */
  userId?: string
  /** `true` if it is this bot. */
  isSelf?: boolean
}

/** Everyone in the chat is mentioned. */
export interface AllMentionee extends MentionPlace {
  type: 'all'
}
