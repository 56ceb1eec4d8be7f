/** Mentions of the bot in a text. Positions are in UTF-16 code units, as in JavaScript. */
import type { RawMentionee, RawMessage } from './raw-event.js'

const botMentions = (message: RawMessage | undefined): readonly RawMentionee[] => {
  const mentionees = message?.mention?.mentionees
  return Array.isArray(mentionees)
    ? (mentionees as readonly RawMentionee[]).filter((one) => one?.isSelf === true)
    : []
}

/** Tests for a mention of the bot by name. */
export const mentionsBot = (message: RawMessage | undefined): boolean =>
  botMentions(message).length > 0

/** Removes mentions of the bot, and the blanks that they leave. */
export function withoutBotMention(message: RawMessage): string {
  const text = message.text ?? ''
  const mentions = botMentions(message)
    .filter(({ index, length }) => Number.isInteger(index) && Number.isInteger(length))
    .sort((a, b) => b.index - a.index)
  if (mentions.length === 0) return text
  return mentions
    .reduce((rest, { index, length }) => {
      const before = rest.slice(0, index)
      const after = rest.slice(index + length)
      return /\s$/.test(before) ? before + after.replace(/^\s/, '') : before + after
    }, text)
    .trim()
}
