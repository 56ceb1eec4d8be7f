import type { ReceivedMessage } from './message-content.js'

/**
 * A text that a user sent.
 * @see https://developers.line.biz/en/reference/messaging-api/#wh-text
 */
export interface TextMessageContent extends ReceivedMessage {
  type: 'text'
  /** The text. LINE emoji are words such as `(hello)` in it, mentions are `@name`. */
  text: string
  /** LINE emoji in the text. Those that come with LINE for Android are left out. */
  emojis?: ReceivedEmoji[]
  mention?: ReceivedMention
  /** Quotes this message in a reply or push. Does not expire. */
  quoteToken: string
  /** The message that this one quotes. Its content cannot be fetched. */
  quotedMessageId?: string
}

/** A LINE emoji in a received text. */
export interface ReceivedEmoji {
  /** Where its word begins, in UTF-16 code units. */
  index: number
  /** Of its word, in UTF-16 code units. */
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
  /** Where `@name` begins, in UTF-16 code units. */
  index: number
  /** Of `@name`, in UTF-16 code units. */
  length: number
}

/** One person, or the bot, is mentioned. */
export interface UserMentionee extends MentionPlace {
  type: 'user'
  /** Where the person has agreed to be known. */
  userId?: string
  /** It is this bot. */
  isSelf?: boolean
}

/** Everybody in the chat is mentioned. */
export interface AllMentionee extends MentionPlace {
  type: 'all'
}
