/** Turns typed text into parts: mentions, and the LINE emoji of an edited message. */
import type { TextPart } from '../emulator/index.js'
import type { ReceivedEmoji } from '../spec/webhook/index.js'
import type { EntryView } from '../emulator/ui/view.js'
import type { Store } from './store.js'

/** Text that becomes a part. */
type Known = readonly [words: string, part: TextPart]

/** Everyone who can be mentioned in the open chat: members, the bot, and all. */
function mentions(store: Store): Known[] {
  const { chat, view } = store
  if (!chat || chat.kind === 'user') return []
  const bot = view?.account.displayName
  return [
    ...chat.members.map((id): Known => [`@${store.nameOf(id)}`, { mention: id }]),
    ...(bot !== undefined && chat.botInside ? [[`@${bot}`, { mention: 'bot' }] as const] : []),
    ['@All', { mention: 'all' }],
  ]
}

function emojis(of: EntryView | undefined): Known[] {
  if (of?.message.type !== 'text') return []
  const { text, emojis = [] } = of.message as { text: string; emojis?: ReceivedEmoji[] }
  return emojis.map(({ index, length, productId, emojiId }) => {
    const words = text.slice(index, index + length)
    return [words, { emoji: { productId, emojiId }, name: words.slice(1, -1) }]
  })
}

/** A text in parts; just the text if it has no parts. */
export function bodyOf(
  text: string,
  store: Store,
  edited?: EntryView,
): { text: string } | { parts: TextPart[] } {
  // The longest first: “@Aki Tanaka” is not “@Aki”.
  const candidates = [...mentions(store), ...emojis(edited)].sort(
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
