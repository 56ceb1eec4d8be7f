/**
 * A compact notation of JSON values, after Rison: words need no quotes, and no character needs escaping in a URL or in JSON.
 *
 *   { id: 1, size: 'large', gift: true }   (id:1,size:large,gift:!t)
 *   ['a b', null, 2]                       !('a b',!n,2)
 */

import { loneSurrogate } from '../common/surrogates.js'

/** Error for a value that has no such notation, with its path. */
export class UnsupportedValue extends Error {
  constructor(path: string, problem: string) {
    super(`${path || 'the payload'} is ${problem}`)
  }
}

/** A string that needs no quotes: it does not look like a number, and holds none of the notation's own characters. */
const wordPattern = /^[^\s!'(),:.\-\d][^\s!'(),:.]*$/u
const numberPattern = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/

/** Longer values are not written to their end: they are far too long, and shared parts may make them endless. */
export const maxLength = 10_000

/** Deeper than 300 characters can nest, and far below the limit of the stack. */
const maxDepth = 150

/**
 * Writes a value; `undefined` if it is longer than {@link maxLength}.
 * @throws {UnsupportedValue}
 */
export function write(value: unknown): string | undefined {
  let text = ''
  const put = (value: unknown, path: string, depth: number): void => {
    if (text.length > maxLength) return
    if (depth > maxDepth) throw new UnsupportedValue('', `nested deeper than ${maxDepth} levels`)
    if (typeof value === 'string') text += quoted(value, path)
    else if (Number.isFinite(value)) text += Object.is(value, -0) ? '-0' : String(value)
    else if (value === null || typeof value === 'boolean') text += `!${String(value)[0]!}`
    else if (Array.isArray(value)) {
      text += '!('
      for (let i = 0; i < value.length && text.length <= maxLength; i++) {
        if (i > 0) text += ','
        put(value[i], `${path}[${i}]`, depth + 1)
      }
      text += ')'
    } else if (isPlain(value)) {
      text += '('
      let comma = ''
      for (const [key, item] of Object.entries(value)) {
        const place = path ? `${path}.${key}` : key
        if (item === undefined) continue
        text += `${comma}${quoted(key, place)}:`
        put(item, place, depth + 1)
        comma = ','
      }
      text += ')'
    } else throw new UnsupportedValue(path, describe(value))
  }
  put(value, '', 0)
  return text.length > maxLength ? undefined : text
}

function quoted(value: string, path: string): string {
  if (loneSurrogate.test(value)) throw new UnsupportedValue(path, 'a string with half an emoji')
  return wordPattern.test(value) ? value : `'${value.replaceAll(/[!']/g, '!$&')}'`
}

function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object') return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || prototype === Object.prototype
}

const describe = (value: unknown): string =>
  typeof value === 'object'
    ? `a ${(value!.constructor as { name?: string } | undefined)?.name || 'class instance'}`
    : typeof value === 'number' || value === undefined
      ? String(value)
      : `a ${typeof value}`

/** Quoted strings, brackets, constants, and all that is between the notation's own characters. */
const tokens = /'((?:[^!']|![!'])*)'|!?\(|\)|![ntf]|[^!'(),:]+/gu

/** Reads what {@link write} wrote; `undefined` for anything else, even if it would read well. */
export function read(text: string): { value: unknown } | undefined {
  const closing: string[] = []
  const open = (bracket: string, end: string) => (closing.push(end), bracket)
  try {
    const json = text.replace(tokens, (token, string?: string) =>
      string !== undefined
        ? JSON.stringify(string.replace(/!(.)/g, '$1'))
        : token === '('
          ? open('{', '}')
          : token === '!('
            ? open('[', ']')
            : token === ')'
              ? (closing.pop() ?? token)
              : token[0] === '!'
                ? constants[token]!
                : numberPattern.test(token)
                  ? token
                  : JSON.stringify(token),
    )
    const value: unknown = JSON.parse(json)
    return write(value) === text ? { value } : undefined
  } catch {
    return undefined
  }
}

const constants: Readonly<Record<string, string>> = { '!n': 'null', '!t': 'true', '!f': 'false' }
