import type { Component } from '../../jsx-runtime/component.js'
import type { Props } from '../../jsx-runtime/types.js'
import type { EmojiSubstitution } from '../../spec/text.js'
import { fromRow } from '../from-row.js'
import * as rows from '../generated/rows.js'

/** Props of {@link Emoji}. */
export type EmojiProps = Props<EmojiSubstitution>

/**
 * A LINE emoji in a `<Text>`; at most {@limit TextMessage_emojis_maxItems} in a message. Unicode emoji are written as they are.
 *
 * @example
 * <Text>Good morning <Emoji productId="5ac1bfd5040ab15980c9b435" emojiId="001" /></Text>
 *
 * @see https://developers.line.biz/en/docs/messaging-api/emoji-list/
 */
export const Emoji: Component<EmojiProps> = fromRow(rows.Emoji)
