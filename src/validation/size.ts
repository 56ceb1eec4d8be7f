/** How many bytes the JSON of a value has, found out no better than is needed. */
import { utf8Bytes } from '../spec/counting.js'
import { Look } from './look.js'

/** The size of all JSON that is validated together, and of its parts. */
export class Size {
  #atMost: number
  readonly #look: Look | undefined
  #json: string | undefined

  private constructor(atMost: number, look?: Look, json?: string) {
    this.#atMost = atMost
    this.#look = look
    this.#json = json
  }

  /** Of JSON that is known: a code unit is three bytes at the most. */
  static of = (json: string): Size => new Size(json.length * 3, undefined, json)

  /** Of a value that was looked at. A code unit in the name of a property may be an escape, of six bytes. */
  static seen = (look: Look): Size => new Size(look.bytes + 5 * look.names, look)

  /**
   * True if a part surely has no more bytes than that.
   *
   * @param isPlain - whether the names of all properties in it are plain ASCII
   */
  fits(part: object, bytes: number, isPlain: boolean): boolean {
    if (this.#atMost <= bytes) return true
    if (this.#json !== undefined) {
      this.#atMost = utf8Bytes(this.#json)
      this.#json = undefined
      if (this.#atMost <= bytes) return true
    }
    return isPlain && this.#most(part) <= bytes
  }

  #most(part: object): number {
    if (this.#look) return this.#look.large?.get(part) ?? 0
    const { bytes, obstacle } = new Look(part)
    return obstacle ? Infinity : bytes
  }
}
