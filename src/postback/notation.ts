/**
 * A compact notation of JSON values, after Rison: words need no quotes, and no character needs escaping in a URL or in JSON.
 *
 *   { id: 1, size: 'large', gift: true }   (id:1,size:large,gift:!t)
 *   ['a b', null, 2]                       !('a b',!n,2)
 */

import { loneSurrogate } from '../common/surrogates.js'

/** Error for a value that has no such notation, with its path. */
export class UnsupportedValue extends Error {
  readonly path: string

  constructor(path: string, problem: string) {
    super(`${path || 'the payload'} is ${problem}`)
    this.path = path
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
  const writer = new Writer()
  writer.value(value, '', 0)
  return writer.isFull ? undefined : writer.text
}

class Writer {
  text = ''

  get isFull(): boolean {
    return this.text.length > maxLength
  }

  value(value: unknown, path: string, depth: number): void {
    if (this.isFull) return
    if (depth > maxDepth) throw new UnsupportedValue('', `nested deeper than ${maxDepth} levels`)
    if (value === null) this.text += '!n'
    else if (typeof value === 'string') this.text += writeString(value, path)
    else if (typeof value === 'number') this.text += writeNumber(value, path)
    else if (typeof value === 'boolean') this.text += value ? '!t' : '!f'
    else if (Array.isArray(value)) this.list(value, path, depth)
    else if (typeof value === 'object' && isPlain(value)) this.object(value, path, depth)
    else throw new UnsupportedValue(path, describe(value))
  }

  list(items: readonly unknown[], path: string, depth: number): void {
    this.text += '!('
    for (let i = 0; i < items.length && !this.isFull; i++) {
      if (i > 0) this.text += ','
      this.value(items[i], `${path}[${i}]`, depth + 1)
    }
    this.text += ')'
  }

  object(value: object, path: string, depth: number): void {
    this.text += '('
    let comma = ''
    for (const [key, item] of Object.entries(value) as [string, unknown][]) {
      const place = path ? `${path}.${key}` : key
      if (item === undefined) continue
      this.text += `${comma}${writeString(key, place)}:`
      this.value(item, place, depth + 1)
      comma = ','
    }
    this.text += ')'
  }
}

function writeString(value: string, path: string): string {
  if (loneSurrogate.test(value)) throw new UnsupportedValue(path, 'a string with half an emoji')
  return wordPattern.test(value) ? value : `'${value.replaceAll(/[!']/g, '!$&')}'`
}

function writeNumber(value: number, path: string): string {
  if (!Number.isFinite(value)) throw new UnsupportedValue(path, String(value))
  return Object.is(value, -0) ? '-0' : String(value)
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || prototype === Object.prototype
}

const describe = (value: unknown): string =>
  typeof value === 'object' && value !== null
    ? `a ${(value.constructor as { name?: string } | undefined)?.name || 'class instance'}`
    : value === undefined
      ? 'undefined'
      : `a ${typeof value}`

/** Reads what {@link write} wrote; `undefined` for anything else, even if it would read well. */
export function read(text: string): { value: unknown } | undefined {
  try {
    const reader = new Reader(text)
    const value = reader.value()
    return reader.atEnd && write(value) === text ? { value } : undefined
  } catch (error) {
    if (error instanceof UnreadableText || error instanceof UnsupportedValue) return undefined
    throw error
  }
}

class UnreadableText extends Error {}

class Reader {
  #at = 0
  #depth = 0
  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  get atEnd(): boolean {
    return this.#at === this.#text.length
  }

  value(): unknown {
    switch (this.#text[this.#at]) {
      case '(':
        return this.#nested(() => this.#object())
      case "'":
        return this.#quoted()
      case '!':
        return this.#special()
      default:
        return this.#bare()
    }
  }

  #nested<T>(read: () => T): T {
    if (++this.#depth > maxDepth) throw new UnreadableText()
    this.#at++
    const value = read()
    this.#depth--
    return value
  }

  #special(): unknown {
    this.#at++
    if (this.#text[this.#at] === '(') return this.#nested(() => this.#items(() => this.value()))
    const value = { n: null, t: true, f: false }[this.#text[this.#at] ?? '']
    if (value === undefined) throw new UnreadableText()
    this.#at++
    return value
  }

  #object(): object {
    const entries = this.#items((): [string, unknown] => {
      const key = this.#text[this.#at] === "'" ? this.#quoted() : this.#word()
      this.#expect(':')
      return [key, this.value()]
    })
    // Not by assignment: "__proto__" is a key like any other.
    return Object.fromEntries(entries)
  }

  #items<T>(item: () => T): T[] {
    const items: T[] = []
    if (this.#text[this.#at] === ')') {
      this.#at++
      return items
    }
    do items.push(item())
    while (this.#take(','))
    this.#expect(')')
    return items
  }

  #quoted(): string {
    let value = ''
    for (this.#at++; this.#text[this.#at] !== "'"; this.#at++) {
      if (this.#text[this.#at] === '!') this.#at++
      if (this.#at >= this.#text.length) throw new UnreadableText()
      value += this.#text[this.#at]!
    }
    this.#at++
    return value
  }

  #bare(): unknown {
    const text = this.#run()
    if (numberPattern.test(text)) return Number(text)
    if (wordPattern.test(text)) return text
    throw new UnreadableText()
  }

  #word(): string {
    const text = this.#run()
    if (wordPattern.test(text)) return text
    throw new UnreadableText()
  }

  #run(): string {
    const start = this.#at
    while (this.#at < this.#text.length && !",:)('!".includes(this.#text[this.#at]!)) this.#at++
    return this.#text.slice(start, this.#at)
  }

  #take(character: string): boolean {
    const there = this.#text[this.#at] === character
    if (there) this.#at++
    return there
  }

  #expect(character: string): void {
    if (!this.#take(character)) throw new UnreadableText()
  }
}
