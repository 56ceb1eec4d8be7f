/** The bot in the text. Places are in UTF-16 code units, as JavaScript counts. */
import type { RawMentionee, RawMessage } from './raw-event.js'

const ofBot = (message: RawMessage | undefined): readonly RawMentionee[] => {
  const mentionees = message?.mention?.mentionees
  return Array.isArray(mentionees)
    ? (mentionees as readonly RawMentionee[]).filter((one) => one?.isSelf === true)
    : []
}

/** Whether the bot is mentioned by name. */
export const mentionsBot = (message: RawMessage | undefined): boolean => ofBot(message).length > 0

/** The text without the bot's name, and without the blanks that it leaves. */
export function withoutBotMention(message: RawMessage): string {
  const text = message.text ?? ''
  const places = ofBot(message)
    .filter(({ index, length }) => Number.isInteger(index) && Number.isInteger(length))
    .sort((a, b) => b.index - a.index)
  if (places.length === 0) return text
  return places
    .reduce((rest, { index, length }) => {
      const before = rest.slice(0, index)
      const after = rest.slice(index + length)
      return /\s$/.test(before) ? before + after.replace(/^\s/, '') : before + after
    }, text)
    .trim()
}
