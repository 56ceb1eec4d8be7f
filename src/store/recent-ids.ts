/**
 * Remembers ids of events that were handled: at least `max` of them, at most twice as many, none longer than `ttl` milliseconds.
 *
 * LINE's ids are ULIDs, which are 128 bits in 26 letters. They are kept as bits in typed arrays, because ten thousand strings
 * in a Map cost more (in garbage collection) than everything else that the bot does with an event.
 */
export class RecentIds {
  #young: Generation | undefined
  #old: Generation | undefined
  readonly #max: number
  readonly #ttl: number

  constructor(max: number, ttl: number) {
    this.#max = max
    this.#ttl = ttl
  }

  /** `'running'` between `begin` and `add` or `release`. */
  look(id: string, now: number): 'done' | 'running' | undefined {
    if (!this.#young) return undefined
    const second = this.#young.find(id) || (this.#old?.find(id) ?? 0)
    if (second === runningMark) return 'running'
    if (second === 0 || second === releasedMark) return undefined
    return now - toMs(second) < this.#ttl ? 'done' : undefined
  }

  /** Marks the event as handled. */
  add(id: string, now: number): void {
    this.#put(id, toSecond(now))
  }

  /** Marks the event as in progress. */
  begin(id: string): void {
    this.#put(id, runningMark)
  }

  /** Removes the mark: the event may be handled when it comes again. */
  release(id: string): void {
    this.#put(id, releasedMark)
  }

  #put(id: string, second: number): void {
    this.#young ??= new Generation(this.#max)
    if (this.#young.size >= this.#max) {
      const old = this.#old
      this.#old = this.#young
      this.#young = old ?? new Generation(this.#max)
      this.#young.clear()
    }
    this.#young.put(id, second)
  }
}

const runningMark = 0xffffffff
const releasedMark = 0xfffffffe

/** Counted from 1, because 0 is an empty slot. */
const toSecond = (ms: number): number => Math.floor(ms / 1000) + 1
const toMs = (second: number): number => (second - 1) * 1000

class Generation {
  size = 0
  /** Four words an id. */
  readonly #words: Uint32Array
  /** Second in which the id was added, or 0. */
  readonly #seconds: Uint32Array
  readonly #mask: number
  /** Ids that are not ULIDs. */
  readonly #others = new Map<string, number>()

  constructor(max: number) {
    const slots = 2 ** Math.ceil(Math.log2(Math.max(max, 8) * 1.5))
    this.#words = new Uint32Array(slots * 4)
    this.#seconds = new Uint32Array(slots)
    this.#mask = slots - 1
  }

  find(id: string): number {
    return readUlid(id) ? this.#seconds[this.#slot()]! : (this.#others.get(id) ?? 0)
  }

  put(id: string, second: number): void {
    if (!readUlid(id)) {
      if (!this.#others.has(id)) this.size++
      this.#others.set(id, second)
      return
    }
    const slot = this.#slot()
    if (this.#seconds[slot] === 0) this.size++
    this.#seconds[slot] = second
    const words = this.#words
    // `words.set(…)` takes many times as long.
    for (let i = 0; i < 4; i++) words[slot * 4 + i] = ulid[i]!
  }

  clear(): void {
    this.size = 0
    this.#seconds.fill(0)
    this.#others.clear()
  }

  /** Index of the id that was read last, or where it would be inserted. */
  #slot(): number {
    const words = this.#words
    const seconds = this.#seconds
    const mask = this.#mask
    const a = ulid[0]!
    const b = ulid[1]!
    const c = ulid[2]!
    const d = ulid[3]!
    const hash = mix(mix(mix(mix(0, a), b), c), d)
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      if (seconds[slot] === 0) return slot
      const at = slot * 4
      if (words[at] === a && words[at + 1] === b && words[at + 2] === c && words[at + 3] === d)
        return slot
    }
  }
}

/** Every bit of a word changes every bit of the hash: ids that follow one another differ in few. */
function mix(hash: number, word: number): number {
  let mixed = Math.imul(hash ^ word, 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0xc2b2ae35)
  return mixed ^ (mixed >>> 15)
}

/** The ULID that was read last, and the id it was read from: most are asked for twice in a row. */
const ulid = new Uint32Array(4)
let lastId = ''
let lastIsUlid = false

/** Crockford's base 32, and 255 for what is not in it. */
const digitValues = new Uint8Array(128).fill(255)
for (const [value, letter] of Array.from('0123456789ABCDEFGHJKMNPQRSTVWXYZ').entries()) {
  digitValues[letter.charCodeAt(0)] = value
}

/** Reads 128 bits into `ulid`; false when the id is spelled differently from LINE's. */
function readUlid(id: string): boolean {
  if (id !== lastId) {
    lastId = id
    lastIsUlid = id.length === 26 && readLetters(id)
  }
  return lastIsUlid
}

function readLetters(id: string): boolean {
  let wrong = 0
  for (let word = 0; word < 4; word++) {
    let bits = 0
    for (let i = word * 6; i < word * 6 + 6; i++) {
      const value = valueAt(id, i)
      wrong |= value
      bits = (bits << 5) | (value & 31)
    }
    ulid[word] = bits
  }
  const last = valueAt(id, 24)
  const veryLast = valueAt(id, 25)
  // The first letter has three bits, so the first word has room for four more; each of the others has room for two.
  wrong |= last | veryLast | (valueAt(id, 0) & 24 ? 255 : 0)
  const rest = ((last & 31) << 5) | (veryLast & 31)
  ulid[0]! |= (rest & 0b1111) << 28
  ulid[1]! |= ((rest >> 4) & 0b11) << 30
  ulid[2]! |= ((rest >> 6) & 0b11) << 30
  ulid[3]! |= ((rest >> 8) & 0b11) << 30
  return wrong < 32
}

function valueAt(id: string, at: number): number {
  const code = id.charCodeAt(at)
  return code < 128 ? digitValues[code]! : 255
}
