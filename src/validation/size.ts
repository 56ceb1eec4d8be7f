/** How many bytes the JSON of a value has, found out no better than is needed. */
import { utf8Bytes } from '../spec/counting.js'

export class Size {
  readonly #value: unknown
  #atMost: number
  #json: string | undefined
  #known = false

  /**
   * @param value - what becomes JSON
   * @param atMost - more bytes it surely has not
   * @param json - its JSON, if that is known
   */
  constructor(value: unknown, atMost: number, json?: string) {
    this.#value = value
    this.#atMost = atMost
    this.#json = json
  }

  /** Of JSON that is known: a code unit is three bytes at the most. */
  static of = (json: string): Size => new Size(undefined, json.length * 3, json)

  /** True if there are no more bytes than that. */
  fits(bytes: number): boolean {
    if (this.#atMost <= bytes) return true
    if (this.#known) return false
    this.#known = true
    try {
      this.#atMost = utf8Bytes((this.#json ??= JSON.stringify(this.#value)))
    } catch {
      // No JSON: the part that is none says so.
      return false
    }
    return this.#atMost <= bytes
  }
}
