/** Names of what can be tapped: the words on it, or what else identifies it. */
import type { Action, ImagemapAction } from '../../spec/index.js'

/** Names by which a tap finds something. */
export interface TapNames {
  /** Its label, and the words on it. */
  names: string[]
  /** What identifies it without words: the text that it sends, the number of an area, a file name. */
  aliases: string[]
}

/** An action, or an area of an imagemap with one. */
type Tappable = Action | ImagemapAction

const texts = (values: readonly unknown[]): string[] => [
  ...new Set(
    values.filter((value): value is string => typeof value === 'string' && value.trim() !== ''),
  ),
]

const property = (action: Tappable, name: string): unknown =>
  (action as unknown as Record<string, unknown>)[name]

/** What an action sends or opens: the text that appears in the chat first. */
const effects = (action: Tappable): unknown[] =>
  ['text', 'displayText', 'clipboardText', 'uri', 'linkUri', 'data'].map((name) =>
    property(action, name),
  )

/** Names of something with words on it; aliases only if it has none. */
export function namesOf(
  action: Tappable,
  words: readonly unknown[] = [],
  pictures: readonly unknown[] = [],
): TapNames {
  const names = texts([action.label, ...words])
  if (names.length > 0) return { names, aliases: [] }
  return { names, aliases: texts([...effects(action), ...pictures.map(fileName), action.type]) }
}

/** Names of an area of a rich menu or imagemap: its label, else the text that it sends, else its number. */
export function namesOfArea(action: Tappable, area: number): TapNames {
  const [label, text, displayText, clipboardText] = [
    action.label,
    property(action, 'text'),
    property(action, 'displayText'),
    property(action, 'clipboardText'),
  ]
  return {
    names: texts([label]),
    aliases: texts([text, displayText, clipboardText, `area ${area}`, ...effects(action)]),
  }
}

/** The last part of a URL. */
const fileName = (url: unknown): unknown =>
  typeof url === 'string' ? url.replace(/[?#].*$/, '').replace(/^.*\//, '') : undefined

/** The words in a part of a Flex message: all together, then each text. Parts with an action of their own do not count. */
export function wordsIn(part: object): string[] {
  const all = textsIn(part, true)
  const each = all.flatMap(({ whole, spans }) => [whole, ...spans])
  return [all.map(({ whole }) => whole).join(' '), all.map(({ whole }) => whole).join(''), ...each]
}

interface FlexPart {
  type?: unknown
  text?: unknown
  action?: unknown
}

/** A text of a Flex message. */
interface FlexText {
  whole: string
  spans: string[]
}

function textsIn(part: unknown, isRoot = false): FlexText[] {
  if (typeof part !== 'object' || part === null) return []
  if (Array.isArray(part)) return part.flatMap((one) => textsIn(one))
  const { type, text, action, ...rest } = part as FlexPart
  if (action && !isRoot) return []
  if (type !== 'text') return Object.values(rest).flatMap((one) => textsIn(one))
  const { contents } = part as { contents?: unknown }
  // LINE shows the spans instead of the text.
  const spans = Array.isArray(contents) ? contents.map(spanText).filter((one) => one !== '') : []
  if (spans.length > 0) return [{ whole: spans.join(''), spans }]
  return typeof text === 'string' ? [{ whole: text, spans: [] }] : []
}

const spanText = (span: unknown): string => {
  const { text } = (span ?? {}) as FlexPart
  return typeof text === 'string' ? text : ''
}

/** URLs of the pictures in a part of a Flex message. */
export function picturesIn(part: unknown, isRoot = true): unknown[] {
  if (typeof part !== 'object' || part === null) return []
  if (Array.isArray(part)) return part.flatMap((one) => picturesIn(one, false))
  const { action, ...rest } = part as FlexPart & { url?: unknown; previewUrl?: unknown }
  if (action && !isRoot) return []
  return [
    rest.url,
    rest.previewUrl,
    ...Object.values(rest).flatMap((one) => picturesIn(one, false)),
  ]
}
