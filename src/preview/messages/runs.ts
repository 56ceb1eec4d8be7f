/** Splits a text message into runs: text, links, mentions and emoji. */
import type { Emoji } from '../../spec/text.js'
import type { Mentionee } from '../../spec/webhook/text-content.js'
import type { DrawContext } from '../context.js'
import { list, number, record, words } from '../read.js'
import { tapOf } from '../tap.js'
import type { Run, Style } from '../tree.js'
import { addressInText } from '../url.js'
import { emoji } from './emoji.js'

/** Text runs, with URLs as links. */
function letters(text: string, link: Style): Run[] {
  const runs: Run[] = []
  let end = 0
  for (const { 0: match, index } of text.matchAll(addressInText)) {
    const url = match.replace(/[.,!?;:)\]}]+$/, '')
    if (index > end) runs.push({ text: text.slice(end, index) })
    runs.push({ text: url, style: link, tap: tapOf({ type: 'uri', uri: url }, url) })
    end = index + url.length
  }
  if (end < text.length) runs.push({ text: text.slice(end) })
  return runs
}

/** An emoji or a mention in a text. */
interface Piece {
  readonly index: number
  readonly length: number
  readonly run: (text: string) => Run
}

/** Emoji and mentions of a message. In a received message they have a length; in a sent one, each replaces one `$`. */
function pieces(
  message: Readonly<Record<string, unknown>>,
  mention: Style,
  context: DrawContext,
): Piece[] {
  const result: Piece[] = []
  for (const value of list(message['emojis']).slice(0, 100)) {
    const json = record<Emoji & { length: number }>(value)
    const index = number(json?.index, 0, 1e6)
    if (!json || index === undefined) continue
    const length = number(json.length, 1, 100) ?? 1
    result.push({ index, length, run: () => emoji(json.productId, json.emojiId, context) })
  }
  const mentionees = list(record<{ mentionees: unknown }>(message['mention'])?.mentionees)
  for (const value of mentionees.slice(0, 100)) {
    const json = record<Mentionee>(value)
    const index = number(json?.index, 0, 1e6)
    const length = number(json?.length, 1, 200)
    if (index !== undefined && length !== undefined)
      result.push({ index, length, run: (text) => ({ text, style: mention }) })
  }
  return result.sort((one, other) => one.index - other.index)
}

/** Whether an index is in the middle of a surrogate pair. */
const isWithin = (text: string, at: number): boolean =>
  /^[\uD800-\uDBFF][\uDC00-\uDFFF]/.test(text.slice(at - 1, at + 1))

/** Runs of a `text`. */
export function textRuns(
  message: Readonly<Record<string, unknown>>,
  link: Style,
  context: DrawContext,
): Run[] {
  const text = words(message['text'])
  const mention: Style = { ...link, textDecoration: undefined }
  const runs: Run[] = []
  let end = 0
  for (const piece of pieces(message, mention, context)) {
    if (piece.index < end || piece.index >= text.length) continue
    // An emoji or a mention that starts or ends there is invalid, and ignored.
    if (isWithin(text, piece.index) || isWithin(text, piece.index + piece.length)) continue
    runs.push(...letters(text.slice(end, piece.index), link))
    end = piece.index + piece.length
    runs.push(piece.run(text.slice(piece.index, end)))
  }
  return [...runs, ...letters(text.slice(end), link)]
}

/** A mention or an emoji. */
interface Substitute {
  type: unknown
  mentionee: unknown
  productId: unknown
  emojiId: unknown
}

function substitute(value: unknown, key: string, mention: Style, context: DrawContext): Run {
  const json = record<Substitute>(value)
  if (json?.type === 'emoji') return emoji(json.productId, json.emojiId, context)
  // An unknown key stays in the text.
  if (json?.type !== 'mention') return { text: key }
  const target = record<{ type: unknown; userId: unknown }>(json.mentionee)
  const id = target?.userId
  const name =
    target?.type === 'all'
      ? context.words.all
      : typeof id === 'string' && Object.hasOwn(context.names, id)
        ? words(context.names[id], 80)
        : ''
  return { text: `@${name || context.words.user}`, style: mention }
}

/** Runs of a `textV2`: `{key}` is replaced, `{{` and `}}` are braces. */
export function textV2Runs(
  message: Readonly<Record<string, unknown>>,
  link: Style,
  context: DrawContext,
): Run[] {
  const substitution = record(message['substitution']) ?? {}
  const mention: Style = { ...link, textDecoration: undefined }
  const runs: Run[] = []
  let plain = ''
  for (const part of words(message['text']).split(/(\{\{|\}\}|\{\w{1,20}\})/)) {
    const key = part.slice(1, -1)
    if (part === '{{' || part === '}}') plain += part.charAt(0)
    else if (part.startsWith('{') && part.endsWith('}') && Object.hasOwn(substitution, key)) {
      runs.push(...letters(plain, link), substitute(substitution[key], part, mention, context))
      plain = ''
    } else plain += part
  }
  return [...runs, ...letters(plain, link)]
}
