/** Texts with mentions and LINE emoji, as people write them. */
import { apiLimits } from '../../spec/api/limits.js'
import type { Mentionee, ReceivedEmoji, TextMessageContent } from '../../spec/webhook/index.js'
import { EmulatorError } from '../errors.js'
import type { World } from '../state/world.js'

/** A part of a text: characters, a mention, or a LINE emoji. */
export type TextPart =
  | string
  | { mention: 'all' | 'bot' | (string & {}) }
  | { emoji: { productId: string; emojiId: string }; name?: string }
  /** A person of the emulator. */
  | { readonly id: string; readonly name: string }

/** The text as LINE sends it: with names for mentions and words for emoji, and with their positions. */
export function written(
  world: World,
  parts: string | readonly TextPart[],
): Pick<TextMessageContent, 'text' | 'mention' | 'emojis'> {
  if (typeof parts === 'string') return { text: parts }
  const list: unknown = parts
  if (!Array.isArray(list))
    throw new EmulatorError(
      'option_invalid',
      "The text must be a string or an array of parts: ['Hello ', user].",
    )
  let text = ''
  const mentionees: Mentionee[] = []
  const emojis: ReceivedEmoji[] = []
  for (const part of parts) {
    const index = text.length
    if (typeof part === 'string') text += part
    else if ('emoji' in part) {
      text += `(${part.name ?? 'emoji'})`
      emojis.push({ index, length: text.length - index, ...part.emoji })
    } else {
      const who = 'mention' in part ? part.mention : part.id
      text += `@${nameOf(world, who)}`
      mentionees.push({ ...mentioneeOf(world, who), index, length: text.length - index })
    }
  }
  if (mentionees.length > apiLimits.webhook.mentionees)
    throw new EmulatorError(
      'action_not_allowed',
      `A text can mention at most ${apiLimits.webhook.mentionees} people.`,
    )
  return {
    text,
    ...(mentionees.length > 0 && { mention: { mentionees } }),
    ...(emojis.length > 0 && { emojis }),
  }
}

function nameOf({ state }: World, who: string): string {
  if (who === 'all') return 'All'
  if (who === 'bot' || who === state.account.userId) return state.account.displayName
  return state.people.get(who)?.displayName ?? who
}

function mentioneeOf(
  { state }: World,
  who: string,
): { type: 'all' } | { type: 'user'; userId?: string; isSelf?: boolean } {
  if (who === 'all') return { type: 'all' }
  if (who === 'bot' || who === state.account.userId)
    return { type: 'user', userId: state.account.userId, isSelf: true }
  return state.people.get(who)?.consents
    ? { type: 'user', userId: who, isSelf: false }
    : { type: 'user', isSelf: false }
}
