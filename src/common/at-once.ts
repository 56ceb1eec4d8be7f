/** Work on many items, of which a bounded number is under way at a time. */

/**
 * Calls `work` for each item.
 *
 * @param limit - largest number of calls at once
 * @returns rejects with the first error; calls that are under way go on
 */
export async function eachAtOnce<T>(
  items: Iterable<T>,
  limit: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const iterator = items[Symbol.iterator]()
  const workInTurn = async () => {
    for (let next = iterator.next(); !next.done; next = iterator.next()) await work(next.value)
  }
  await Promise.all(Array.from({ length: limit }, workInTurn))
}
