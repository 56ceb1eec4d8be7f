import type { MessageCommon } from './message-common.js'
import type { UserId } from './values.js'

/** A message that can quote another message of the same chat. */
export interface Quotable {
  /**
   * Token of the message to quote, from a webhook event or from the response to a reply or push. Only for reply and push.
   * @minUtf16 1
   */
  quoteToken?: string
}

/**
 * Plain text with optional LINE emoji.
 * @see https://developers.line.biz/en/reference/messaging-api/#text-message
 */
export interface TextMessage extends MessageCommon, Quotable {
  type: 'text'
  /**
   * The text. Each LINE emoji replaces one `$`.
   * @minUtf16 1
   * @maxUtf16 5000
   */
  text: string
  /**
   * LINE emoji, one for each `$` to be replaced.
   * @maxItems 20
   * @nullAsAbsent
   * @listRule emojis
   */
  emojis?: Emoji[]
}

/**
 * A LINE emoji in a {@link TextMessage}.
 * @see https://developers.line.biz/en/docs/messaging-api/emoji-list/
 */
export interface Emoji {
  /**
   * Position of the `$` in the text, in UTF-16 code units.
   * @asType integer
   * @minimum 0
   */
  index: number
  /**
   * Id of the set, see LINE's list of emoji.
   * @minUtf16 1
   */
  productId: string
  /**
   * Id of the emoji in the set.
   * @minUtf16 1
   */
  emojiId: string
}

/**
 * Text in which mentions and emoji replace `{keys}`.
 * @see https://developers.line.biz/en/reference/messaging-api/#text-message-v2
 * @rule placeholders, substitutions
 */
export interface TextMessageV2 extends MessageCommon, Quotable {
  type: 'textV2'
  /**
   * The text. `{key}` is replaced with `substitution.key`; write literal braces twice.
   * @minUtf16 1
   * @maxUtf16 5000
   */
  text: string
  /** Replacements of each `{key}` in the text. Keys have up to {@limit textV2.keyLength} letters, digits and underscores. */
  substitution?: Record<string, Substitution>
}

/**
 * The replacement of a `{key}`.
 * @see https://developers.line.biz/en/reference/messaging-api/#text-message-v2
 * @discriminator type
 */
export type Substitution = MentionSubstitution | EmojiSubstitution

/**
 * A mention. Only in groups and rooms, with reply and push.
 * @see https://developers.line.biz/en/reference/messaging-api/#text-message-v2-mention-object
 */
export interface MentionSubstitution {
  type: 'mention'
  /** The mentioned user, or everyone. */
  mentionee: MentionTarget
}

/**
 * Target of a mention: one user or everyone.
 * @see https://developers.line.biz/en/reference/messaging-api/#text-message-v2-mention-object
 * @discriminator type
 */
export type MentionTarget = UserMentionTarget | AllMentionTarget

/**
 * One user of the chat.
 * @see https://developers.line.biz/en/reference/messaging-api/#text-message-v2-mention-object
 */
export interface UserMentionTarget {
  type: 'user'
  /** Id of the user, who must be in the chat. */
  userId: UserId
}

/**
 * Everybody in the chat.
 * @see https://developers.line.biz/en/reference/messaging-api/#text-message-v2-mention-object
 */
export interface AllMentionTarget {
  type: 'all'
}

/**
 * A LINE emoji.
 * @see https://developers.line.biz/en/reference/messaging-api/#text-message-v2-emoji-object
 */
export interface EmojiSubstitution {
  type: 'emoji'
  /**
   * Id of the set, see LINE's list of emoji.
   * @minUtf16 1
   */
  productId: string
  /**
   * Id of the emoji in the set.
   * @minUtf16 1
   */
  emojiId: string
}
