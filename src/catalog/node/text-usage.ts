/** How much of its limit a text uses. */
import { isRecord } from '../../common/json.js'
import { graphemes } from '../../spec/counting.js'
import { type Problem, segments, validate, type ValidateOptions } from '../../validation/index.js'

/** A text and its limit. */
export interface TextUsage {
  /** Where, such as `messages[0].template.actions[1].label`. */
  path: string
  used: number
  limit: number
  unit: Problem['unit']
}

/** Limits of texts by their paths. */
export type TextLimits = ReadonlyMap<string, Pick<TextUsage, 'limit' | 'unit'>>

/** Longer than the limits of all texts but those of text messages; and than theirs. ASCII, which is counted at once. */
const tooLong = ['x'.repeat(2001), 'x'.repeat(6000)]

/** So many texts are replaced at once: a report has a limited number of problems. */
const most = 100

/** Properties that people do not read. */
const isHidden = (name: string): boolean => /(?:ur[il]|id|data|type)$/i.test(name)

/**
 * The limits of the texts that people read. They come from the validators: each text is replaced by one that is too long, and the
 * problems say what would have been permitted.
 *
 * @param value - JSON that is what `options.as` says
 */
export function limitsOf(value: unknown, options: ValidateOptions): TextLimits {
  const limits = new Map<string, Pick<TextUsage, 'limit' | 'unit'>>()
  for (const text of tooLong) {
    for (let from = 0, all = 1; from < all; from += most) {
      const { longer, count } = replaceTexts(value, text, from, from + most)
      all = count
      for (const { code, path, limit, unit } of validate(longer, options))
        if (code === 'too_long' && typeof limit === 'number') limits.set(path, { limit, unit })
    }
    if (limits.size > 0) break
  }
  return limits
}

/** The text that is closest to its limit; `undefined` if no text has one. */
export function tightestText(value: unknown, limits: TextLimits): TextUsage | undefined {
  let tightest: TextUsage | undefined
  for (const [path, { limit, unit }] of limits) {
    const text = textAt(value, path)
    if (text === undefined) continue
    const used = unit === 'graphemes' ? graphemes(text) : text.length
    if (!tightest || used * tightest.limit > tightest.used * limit)
      tightest = { path, used, limit, unit }
  }
  return tightest
}

/** The text at a path. */
function textAt(value: unknown, path: string): string | undefined {
  const place = segments(path)
  if (Array.isArray(value)) place.shift()
  let part = value
  for (const segment of place) {
    if (typeof part !== 'object' || part === null) return undefined
    part = (part as Record<string | number, unknown>)[segment]
  }
  return typeof part === 'string' ? part : undefined
}

/** A copy of a value whose texts from number `from` up to `to` are replaced; and how many texts there are. */
function replaceTexts(
  value: unknown,
  text: string,
  from: number,
  to: number,
): { longer: unknown; count: number } {
  let count = 0
  const copy = (part: unknown, name: string): unknown => {
    if (typeof part === 'string') {
      if (isHidden(name)) return part
      count++
      return count > from && count <= to ? text : part
    }
    if (Array.isArray(part)) return part.map((item) => copy(item, name))
    if (!isRecord(part)) return part
    return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, copy(inner, key)]))
  }
  return { longer: copy(value, ''), count }
}
