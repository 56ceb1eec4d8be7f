/** The words of a text message as runs: letters, links, mentions and emoji. */
import type { Emoji } from '../../spec/text.js'
import type { Mentionee } from '../../spec/webhook/text-content.js'
import type { Pen } from '../pen.js'
import { list, number, record, words } from '../read.js'
import { tapOf } from '../tap.js'
import type { Run, Style } from '../tree.js'
import { emoji } from './emoji.js'

/** Ends before what people put after an address. */
const address = /https?:\/\/[^\s<>"'\u3000-\u303F\uFF00-\uFFEF]{1,2000}/gi

/** Letters, with the addresses in them as links. */
function letters(said: string, link: Style): Run[] {
  const runs: Run[] = []
  let end = 0
  for (const { 0: found, index } of said.matchAll(address)) {
    const url = found.replace(/[.,!?;:)\]}]+$/, '')
    if (index > end) runs.push({ text: said.slice(end, index) })
    runs.push({ text: url, style: link, tap: tapOf({ type: 'uri', uri: url }, url) })
    end = index + url.length
  }
  if (end < said.length) runs.push({ text: said.slice(end) })
  return runs
}

/** A part of a text that is something else than letters. */
interface Piece {
  readonly index: number
  readonly length: number
  readonly run: (said: string) => Run
}

/** What is received says how long its word is; what is sent stands for one `$`. */
function pieces(message: Readonly<Record<string, unknown>>, mention: Style, pen: Pen): Piece[] {
  const found: Piece[] = []
  for (const value of list(message['emojis']).slice(0, 100)) {
    const given = record<Emoji & { length: number }>(value)
    const index = number(given?.index, 0, 1e6)
    if (!given || index === undefined) continue
    const length = number(given.length, 1, 100) ?? 1
    found.push({ index, length, run: () => emoji(given.productId, given.emojiId, pen) })
  }
  const mentionees = list(record<{ mentionees: unknown }>(message['mention'])?.mentionees)
  for (const value of mentionees.slice(0, 100)) {
    const given = record<Mentionee>(value)
    const index = number(given?.index, 0, 1e6)
    const length = number(given?.length, 1, 200)
    if (index !== undefined && length !== undefined)
      found.push({ index, length, run: (said) => ({ text: said, style: mention }) })
  }
  return found.sort((one, other) => one.index - other.index)
}

/** Whether a place lies within a character of two units. */
const isWithin = (said: string, at: number): boolean =>
  /^[\uD800-\uDBFF][\uDC00-\uDFFF]/.test(said.slice(at - 1, at + 1))

/** Runs of a `text`. */
export function textRuns(message: Readonly<Record<string, unknown>>, link: Style, pen: Pen): Run[] {
  const said = words(message['text'])
  const mention: Style = { ...link, textDecoration: undefined }
  const runs: Run[] = []
  let end = 0
  for (const piece of pieces(message, mention, pen)) {
    if (piece.index < end || piece.index >= said.length) continue
    // An emoji or a mention that begins or ends there stands for nothing.
    if (isWithin(said, piece.index) || isWithin(said, piece.index + piece.length)) continue
    runs.push(...letters(said.slice(end, piece.index), link))
    end = piece.index + piece.length
    runs.push(piece.run(said.slice(piece.index, end)))
  }
  return [...runs, ...letters(said.slice(end), link)]
}

/** A mention or an emoji. */
interface Substitute {
  type: unknown
  mentionee: unknown
  productId: unknown
  emojiId: unknown
}

function substitute(value: unknown, key: string, mention: Style, pen: Pen): Run {
  const given = record<Substitute>(value)
  if (given?.type === 'emoji') return emoji(given.productId, given.emojiId, pen)
  // A key that stands for nothing is shown as it was written.
  if (given?.type !== 'mention') return { text: key }
  const target = record<{ type: unknown; userId: unknown }>(given.mentionee)
  const id = target?.userId
  const name =
    target?.type === 'all'
      ? pen.words.all
      : typeof id === 'string' && Object.hasOwn(pen.names, id)
        ? words(pen.names[id], 80)
        : ''
  return { text: `@${name || pen.words.user}`, style: mention }
}

/** Runs of a `textV2`: `{key}` is replaced, `{{` and `}}` are braces. */
export function textV2Runs(
  message: Readonly<Record<string, unknown>>,
  link: Style,
  pen: Pen,
): Run[] {
  const substitution = record(message['substitution']) ?? {}
  const mention: Style = { ...link, textDecoration: undefined }
  const runs: Run[] = []
  let plain = ''
  for (const part of words(message['text']).split(/(\{\{|\}\}|\{\w{1,20}\})/)) {
    const key = part.slice(1, -1)
    if (part === '{{' || part === '}}') plain += part.charAt(0)
    else if (part.startsWith('{') && part.endsWith('}') && Object.hasOwn(substitution, key)) {
      runs.push(...letters(plain, link), substitute(substitution[key], part, mention, pen))
      plain = ''
    } else plain += part
  }
  return [...runs, ...letters(plain, link)]
}
