/** Checks of texts, numbers and words. They only sieve: `../explain.ts` decides and words the problem. */
import { limits } from '../../spec/limits.js'
import type { Context } from '../context.js'
import type { Segment } from '../path.js'
import { isNumericId } from './rule.js'
import { otherExtension, plainLink, plainMediaUrl, type UrlKind } from '../url-kinds.js'

/**
 * Checks one scalar.
 *
 * @param definition - whose property it is
 * @param list - the property around an index
 */
export type ScalarCheck = (
  context: Context,
  definition: string,
  segment: Segment,
  value: unknown,
  list?: string,
) => void

/** What a null amounts to: `null` where LINE was seen to take it as left out. */
type IfNull = 'null' | 'type'

/** A text with limits in UTF-16 code units and in grapheme clusters. */
export const text =
  (
    min = 0,
    max = Infinity,
    warn = Infinity,
    clusters = Infinity,
    ifNull: IfNull = 'type',
  ): ScalarCheck =>
  (context, definition, segment, value, list) => {
    if (typeof value !== 'string') {
      const keyword = value === null ? ifNull : 'type'
      context.fail(keyword, definition, segment, value, 'string', list)
      return
    }
    const { length } = value
    if (length < min) context.fail('minUtf16', definition, segment, value, min, list)
    if (length > max) context.fail('maxUtf16', definition, segment, value, max, list)
    // Beyond the limit, one problem is enough.
    else if (length > warn) context.fail('warnUtf16', definition, segment, value, warn, list)
    if (length > clusters) context.fail('maxGraphemes', definition, segment, value, clusters, list)
  }

/**
 * A text that is one of some words, separated by blanks, or of a permitted form.
 *
 * @param form - a regular expression
 * @param permitted - the forms as reports call them
 */
export function words(
  list: string,
  form?: string,
  permitted?: readonly string[],
  ifNull: IfNull = 'type',
): ScalarCheck {
  const right = new Set(wordsIn(list))
  const isPermitted = form === undefined ? undefined : new RegExp(form)
  const isText = text(0, Infinity, Infinity, Infinity, ifNull)
  let last: string | undefined
  return (context, definition, segment, value, of) => {
    // The same colours and sizes come again and again. Comparing is faster than a set, and a set faster than a pattern.
    if (typeof value !== 'string') isText(context, definition, segment, value, of)
    else if (value === last || right.has(value)) last = value
    else if (!isPermitted?.test(value))
      context.fail('words', definition, segment, value, { words: wordsIn(list), permitted }, of)
    else if (right.size < 99 && value.length < 13) right.add(value)
  }
}

/** The words of a list, in which `jp_01-47` is 47 words. */
const wordsIn = (list: string): readonly string[] =>
  list
    .replace(/(\S+)(\d\d)-(\d\d)/g, (_, stem: string, first: string, last: string) =>
      Array.from(
        { length: +last - +first + 1 },
        (_, i) => stem + String(+first + i).padStart(2, '0'),
      ).join(' '),
    )
    .match(/\S+/g) ?? []

/** A text that is one word. */
export const only =
  (word: string): ScalarCheck =>
  (context, definition, segment, value, list) => {
    if (typeof value !== 'string') context.fail('type', definition, segment, value, 'string', list)
    else if (value !== word) context.fail('const', definition, segment, value, word, list)
  }

export const number =
  (type: 'number' | 'integer', min = -Infinity, max = Infinity): ScalarCheck =>
  (context, definition, segment, value, list) => {
    if (typeof value !== 'number' || !Number.isFinite(value)) {
      context.fail('type', definition, segment, value, type, list)
      return
    }
    if (type === 'integer' && value % 1 !== 0)
      context.fail('type', definition, segment, value, type, list)
    if (value < min) context.fail('minimum', definition, segment, value, min, list)
    if (value > max) context.fail('maximum', definition, segment, value, max, list)
  }

export const flag: ScalarCheck = (context, definition, segment, value, list) => {
  if (typeof value !== 'boolean') context.fail('type', definition, segment, value, 'boolean', list)
}

/** An address. */
export function url(kind: UrlKind | 'link', ifNull: IfNull = 'type'): ScalarCheck {
  const isText = text(0, Infinity, Infinity, Infinity, ifNull)
  const max = kind === 'link' ? limits.url.link : limits.url.media
  const plain = new RegExp(kind === 'link' ? plainLink : plainMediaUrl)
  const doubtful = kind === 'link' ? undefined : new RegExp(otherExtension(kind))
  return (context, definition, segment, value, list) => {
    if (typeof value !== 'string') isText(context, definition, segment, value, list)
    else if (value.length > max || !plain.test(value) || doubtful?.test(value))
      context.fail('url', definition, segment, value, kind, list)
  }
}

/** An id that is text. A number that LINE was seen to be sent is only a warning. */
export const idText =
  (check: ScalarCheck): ScalarCheck =>
  (context, definition, segment, value, list) => {
    if (isNumericId(value)) context.fail('numericId', definition, segment, value, 'string', list)
    else check(context, definition, segment, value, list)
  }

/** Both of two checks. */
export const both =
  (first: ScalarCheck, second: ScalarCheck): ScalarCheck =>
  (context, definition, segment, value, list) => {
    first(context, definition, segment, value, list)
    if (typeof value === 'string') second(context, definition, segment, value, list)
  }
