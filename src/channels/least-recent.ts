/** A map of bounded size. */

/** Keeps the values that were used last. */
export class LeastRecent<V> {
  readonly #max: number
  readonly #mustStay: (value: V) => boolean
  /** The last one that was used is last. */
  readonly #values = new Map<string, V>()

  /** @param mustStay - values that are kept also above `max` */
  constructor(max: number, mustStay: (value: V) => boolean = () => false) {
    this.#max = max
    this.#mustStay = mustStay
  }

  get size(): number {
    return this.#values.size
  }

  get(key: string): V | undefined {
    const value = this.#values.get(key)
    if (value !== undefined) this.set(key, value)
    return value
  }

  set(key: string, value: V): void {
    this.#values.delete(key)
    this.#values.set(key, value)
    // The first entry of a Map is slow to find after deletions.
    if (this.#values.size <= this.#max) return
    for (const [oldest, kept] of this.#values) {
      if (this.#values.size <= this.#max) return
      if (oldest !== key && !this.#mustStay(kept)) this.#values.delete(oldest)
    }
  }

  delete(key: string): void {
    this.#values.delete(key)
  }
}
