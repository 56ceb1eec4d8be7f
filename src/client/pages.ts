/** What a page holds, and where the next one begins. */
export interface Page<Item, Cursor> {
  items: readonly Item[]
  /** Absent on the last page. */
  next: Cursor | undefined
}

/**
 * Everything of a list that LINE gives in pages, fetched as it is read.
 *
 * @example
 * for await (const userId of line.users.followers()) console.log(userId)
 * const all = await line.users.followers().toArray()
 * for await (const page of line.users.followers({ limit: 1000 }).pages()) await store(page)
 */
export class Paged<Item> implements AsyncIterable<Item> {
  readonly #pages: () => AsyncGenerator<readonly Item[], void>

  /** @param load - gets one page; the first without a cursor */
  constructor(load: (cursor: string | number | undefined) => Promise<Page<Item, string | number>>) {
    this.#pages = async function* () {
      let cursor: string | number | undefined
      const seen = new Set<string | number>()
      for (;;) {
        const { items, next } = await load(cursor)
        yield items
        // A page that was there before would go on for ever.
        if (next === undefined || next === null || next === '' || seen.has(next)) return
        seen.add(next)
        cursor = next
      }
    }
  }

  /** Page by page. A page may be empty although others follow. */
  pages(): AsyncGenerator<readonly Item[], void> {
    return this.#pages()
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Item, void> {
    for await (const items of this.#pages()) yield* items
  }

  /** All of it at once. */
  async toArray(): Promise<Item[]> {
    const all: Item[] = []
    for await (const items of this.#pages()) for (const item of items) all.push(item)
    return all
  }
}
