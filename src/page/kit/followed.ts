/** A whole that is loaded, and changes of it that a stream reports at any time: none is lost, none is undone by an older whole. */
export class Followed {
  /** Counts loads: the answer of an earlier one is too old. */
  #load = 0
  /** Changes that came while the whole was loaded. They may be in it or not. */
  #meanwhile: (() => void)[] | undefined

  /** Applies a change: at once, or after the whole that is being loaded. */
  change(apply: () => void): void {
    if (this.#meanwhile) this.#meanwhile.push(apply)
    else apply()
  }

  /**
   * Loads the whole and puts it, then the changes that came meanwhile. Of several loads only the last counts.
   *
   * @returns Whether this was the last one.
   */
  async load<Whole>(read: () => Promise<Whole>, put: (whole: Whole) => void): Promise<boolean> {
    const load = ++this.#load
    this.#meanwhile = []
    try {
      const whole = await read()
      if (load === this.#load) put(whole)
    } finally {
      // Without a new whole they are changes of the old one.
      if (load === this.#load) this.#catchUp()
    }
    return load === this.#load
  }

  #catchUp(): void {
    const changes = this.#meanwhile ?? []
    this.#meanwhile = undefined
    for (const change of changes) change()
  }
}
