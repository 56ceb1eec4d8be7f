/** One page of a list, and the cursor of the next one. */
export interface Page<Item, Cursor = string> {
  items: readonly Item[]
  /** Cursor of the next page; `undefined` on the last page. */
  next: Cursor | undefined
}

/**
 * A list that LINE gives in pages. Iterate over its items, or get one page and the cursor of the next.
 *
 * @example
 * for await (const userId of line.users.followers()) console.log(userId)
 * const all = await line.users.followers().toArray()
 * const { items, next } = await line.users.followers({ limit: 100, start: cursor }).page()
 */
export class Paged<Item, Cursor extends string | number = string> implements AsyncIterable<Item> {
  readonly #load: (cursor: Cursor | undefined) => Promise<Page<Item, Cursor>>
  readonly #start: Cursor | undefined

  /**
   * @param load - gets one page; the first of all without a cursor
   * @param start - cursor of the first page
   */
  constructor(
    load: (cursor: Cursor | undefined) => Promise<Page<Item, Cursor>>,
    start: Cursor | undefined,
  ) {
    this.#load = load
    this.#start = start
  }

  /** Gets the first page only. Pass its `next` as `start` (`page` for audiences) to get the one after it later. */
  async page(): Promise<Page<Item, Cursor>> {
    return this.#pageAt(this.#start)
  }

  /** Iterates over the pages. A page may be empty although others follow. */
  async *pages(): AsyncGenerator<readonly Item[], void> {
    const seen = new Set<Cursor>()
    for (let cursor = this.#start; ;) {
      const { items, next } = await this.#pageAt(cursor)
      yield items
      // A cursor that was there before would never end.
      if (next === undefined || seen.has(next)) return
      seen.add(next)
      cursor = next
    }
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Item, void> {
    for await (const items of this.pages()) yield* items
  }

  /** Gets all items. */
  async toArray(): Promise<Item[]> {
    const all: Item[] = []
    for await (const items of this.pages()) for (const item of items) all.push(item)
    return all
  }

  async #pageAt(cursor: Cursor | undefined): Promise<Page<Item, Cursor>> {
    const { items, next } = await this.#load(cursor)
    // Some lists have an empty cursor on the last page.
    return { items, next: next === null || next === '' ? undefined : next }
  }
}

/** Query of a list: that of its operation, with the cursor of the first page. */
export type ListQuery<Query> = Omit<Query, 'start' | 'page'> & {
  /** `next` of an earlier page. The first page by default. */
  start?: string | undefined
}

/** A list whose cursor is the query parameter `start`. */
export function listFrom<Item, Query extends { start?: string }>(
  query: ListQuery<Query>,
  load: (query: Query) => Promise<{ items: readonly Item[]; next?: string }>,
): Paged<Item> {
  return new Paged(async (start) => {
    const { items, next } = await load({ ...query, ...(start !== undefined && { start }) } as Query)
    return { items, next }
  }, query.start)
}
