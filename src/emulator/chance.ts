/** Creates ids and tokens in LINE's formats from one random source. */

/** Returns a number from 0 (inclusive) to 1 (exclusive). */
export type Random = () => number

const HEX = '0123456789abcdef'
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const URL_SAFE = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

export class Chance {
  readonly random: Random

  constructor(random: Random | undefined) {
    this.random = random ?? Math.random
  }

  #draw(alphabet: string, length: number): string {
    let text = ''
    for (let i = 0; i < length; i++) text += alphabet[Math.floor(this.random() * alphabet.length)]!
    return text
  }

  hex = (length: number): string => this.#draw(HEX, length)

  /** Opaque tokens: quote tokens, mark-as-read tokens, link tokens, continuation tokens. */
  token = (length: number): string => this.#draw(URL_SAFE, length)

  digits = (length: number): string => this.#draw('0123456789', length)

  /** For request ids. */
  uuid = (): string => {
    const h = this.hex(30)
    const variant = '89ab'[Math.floor(this.random() * 4)]!
    return `${h.slice(0, 8)}-${h.slice(8, 12)}-4${h.slice(12, 15)}-${variant}${h.slice(15, 18)}-${h.slice(18)}`
  }

  /** For webhook events and coupons: 10 digits of time and 16 random digits. */
  ulid = (now: number): string => {
    let time = ''
    for (let rest = now, i = 0; i < 10; i++, rest = Math.floor(rest / 32))
      time = CROCKFORD[rest % 32]! + time
    return time + this.#draw(CROCKFORD, 16)
  }

  /** Picks `count` items of a list, each at most once. */
  some<T>(list: readonly T[], count: number): T[] {
    const items = [...list]
    const size = Math.min(count, items.length)
    for (let i = 0; i < size; i++) {
      const other = i + Math.floor(this.random() * (items.length - i))
      ;[items[i], items[other]] = [items[other]!, items[i]!]
    }
    return items.slice(0, size)
  }
}
