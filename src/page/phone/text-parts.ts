/** Turns typed text into parts: mentions, and the LINE emoji of an edited message. */
import type { TextPart } from '../../emulator/index.js'
import type { EntryView } from '../../emulator/ui/view.js'
import type { ReceivedEmoji } from '../../spec/webhook/index.js'
import { nameOf, type PhoneModel } from './model.js'

/** Text that becomes a part. */
export type Known = readonly [words: string, part: TextPart]

/** Everyone who can be mentioned in the open chat: members, the bot, and all. */
export function mentionsIn({ chat, scene }: Pick<PhoneModel, 'chat' | 'scene'>): Known[] {
  const { value } = chat
  if (!value || value.kind === 'user') return []
  const bot = scene.value.account.displayName
  return [
    ...value.members.map((id): Known => [`@${nameOf(scene.value, id)}`, { mention: id }]),
    ...(value.botInside ? [[`@${bot}`, { mention: 'bot' }] as const] : []),
    ['@All', { mention: 'all' }],
  ]
}

function emojis(of: EntryView | undefined): Known[] {
  if (of?.message.type !== 'text') return []
  const { text, emojis: list = [] } = of.message as { text: string; emojis?: ReceivedEmoji[] }
  return list.map(({ index, length, productId, emojiId }) => {
    const words = text.slice(index, index + length)
    return [words, { emoji: { productId, emojiId }, name: words.slice(1, -1) }]
  })
}

/** A text in parts; just the text if it has no parts. */
export function bodyOf(
  text: string,
  phone: Pick<PhoneModel, 'chat' | 'scene'>,
  edited?: EntryView,
): { text: string } | { parts: TextPart[] } {
  // The longest first: “@Aki Tanaka” is not “@Aki”.
  const candidates = [...mentionsIn(phone), ...emojis(edited)].sort(
    ([one], [other]) => other.length - one.length,
  )
  const parts: TextPart[] = []
  let plain = ''
  for (let at = 0; at < text.length;) {
    const match = candidates.find(([words]) => words.length > 1 && text.startsWith(words, at))
    if (match) {
      parts.push(plain, match[1])
      plain = ''
      at += match[0].length
    } else plain += text[at++]!
  }
  if (parts.length === 0) return { text }
  return { parts: [...parts, plain].filter((part) => part !== '') }
}

/** The beginning of a mention before the caret, such as `@Ak`. */
export function mentionAt(
  text: string,
  caret: number,
): { from: number; letters: string } | undefined {
  const [match, before = '', letters = ''] =
    /(^|[\s、。,.!?！？])@([^@\n]{0,30})$/.exec(text.slice(0, caret)) ?? []
  return match === undefined ? undefined : { from: caret - match.length + before.length, letters }
}
