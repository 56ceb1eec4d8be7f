/**
 * A compact notation of JSON values, after Rison: words need no quotes, and no character needs escaping in a URL or in JSON.
 *
 *   { id: 1, size: 'large', gift: true }   (id:1,size:large,gift:!t)
 *   ['a b', null, 2]                       !('a b',!n,2)
 */

/** A value that has no such notation, and where it stands. */
export class UnsupportedValue extends Error {
  readonly path: string
  readonly found: string

  constructor(path: string, found: string) {
    super(`${path || 'the payload'} is ${found}`)
    this.path = path
    this.found = found
  }
}

/** A string that needs no quotes: it does not look like a number, and holds none of the notation's own characters. */
const WORD = /^[^\s!'(),:.\-\d][^\s!'(),:.]*$/u
const NUMBER = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/
const LONE_SURROGATE = /\p{Surrogate}/u

/**
 * Writes a value.
 * @throws {UnsupportedValue}
 */
export function write(value: unknown, path = ''): string {
  if (value === null) return '!n'
  if (typeof value === 'string') return writeString(value, path)
  if (typeof value === 'number') return writeNumber(value, path)
  if (typeof value === 'boolean') return value ? '!t' : '!f'
  if (Array.isArray(value)) {
    // Not `map`, which skips the holes of a sparse array.
    return `!(${Array.from(value, (item: unknown, i) => write(item, `${path}[${i}]`)).join(',')})`
  }
  if (typeof value === 'object' && isPlain(value)) return writeObject(value, path)
  throw new UnsupportedValue(path, describe(value))
}

function writeString(value: string, path: string): string {
  if (LONE_SURROGATE.test(value)) throw new UnsupportedValue(path, 'a string with half an emoji')
  return WORD.test(value) ? value : `'${value.replaceAll(/[!']/g, '!$&')}'`
}

function writeNumber(value: number, path: string): string {
  if (!Number.isFinite(value)) throw new UnsupportedValue(path, String(value))
  return Object.is(value, -0) ? '-0' : String(value)
}

function writeObject(value: object, path: string): string {
  const parts: string[] = []
  for (const [key, item] of Object.entries(value) as [string, unknown][]) {
    const place = path ? `${path}.${key}` : key
    if (item !== undefined) parts.push(`${writeString(key, place)}:${write(item, place)}`)
  }
  return `(${parts.join(',')})`
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || prototype === Object.prototype
}

const describe = (value: unknown): string =>
  typeof value === 'object' && value !== null
    ? `a ${value.constructor.name || 'class instance'}`
    : value === undefined
      ? 'undefined'
      : `a ${typeof value}`

/** Reads what {@link write} wrote; `undefined` for anything else. */
export function read(text: string): { value: unknown } | undefined {
  try {
    const reader = new Reader(text)
    const value = reader.value()
    return reader.atEnd ? { value } : undefined
  } catch (error) {
    if (error instanceof NotOurs) return undefined
    throw error
  }
}

class NotOurs extends Error {}

/** Deeper than 300 characters can usefully nest, and far from the end of the stack. */
const MAX_DEPTH = 150

class Reader {
  private at = 0
  private depth = 0
  private readonly text: string

  constructor(text: string) {
    this.text = text
  }

  get atEnd(): boolean {
    return this.at === this.text.length
  }

  value(): unknown {
    switch (this.text[this.at]) {
      case '(':
        return this.nested(() => this.object())
      case "'":
        return this.quoted()
      case '!':
        return this.special()
      default:
        return this.bare()
    }
  }

  private nested<T>(read: () => T): T {
    if (++this.depth > MAX_DEPTH) throw new NotOurs()
    this.at++
    const value = read()
    this.depth--
    return value
  }

  private special(): unknown {
    this.at++
    if (this.text[this.at] === '(') return this.nested(() => this.items(() => this.value()))
    const value = { n: null, t: true, f: false }[this.text[this.at] ?? '']
    if (value === undefined) throw new NotOurs()
    this.at++
    return value
  }

  private object(): object {
    const entries = this.items((): [string, unknown] => {
      const key = this.text[this.at] === "'" ? this.quoted() : this.word()
      this.expect(':')
      return [key, this.value()]
    })
    // Not by assignment: "__proto__" is a key like any other.
    return Object.fromEntries(entries)
  }

  private items<T>(item: () => T): T[] {
    const items: T[] = []
    if (this.text[this.at] === ')') {
      this.at++
      return items
    }
    do items.push(item())
    while (this.take(','))
    this.expect(')')
    return items
  }

  private quoted(): string {
    let value = ''
    for (this.at++; this.text[this.at] !== "'"; this.at++) {
      if (this.text[this.at] === '!') this.at++
      if (this.at >= this.text.length) throw new NotOurs()
      value += this.text[this.at]!
    }
    this.at++
    return value
  }

  private bare(): unknown {
    const text = this.run()
    if (NUMBER.test(text)) return Number(text)
    if (WORD.test(text)) return text
    throw new NotOurs()
  }

  private word(): string {
    const text = this.run()
    if (WORD.test(text)) return text
    throw new NotOurs()
  }

  private run(): string {
    const start = this.at
    while (this.at < this.text.length && !",:)('!".includes(this.text[this.at]!)) this.at++
    return this.text.slice(start, this.at)
  }

  private take(character: string): boolean {
    const there = this.text[this.at] === character
    if (there) this.at++
    return there
  }

  private expect(character: string): void {
    if (!this.take(character)) throw new NotOurs()
  }
}
