/** Finds the items of two lists that belong together. */

/** Larger tables are not computed. */
const maxCells = 4_000_000

/** Indexes of items with the same key, as many as possible in order: the longest common subsequence. */
function common<T>(
  one: readonly T[],
  other: readonly T[],
  key: (item: T) => string,
): [number, number][] {
  const keys = [one.map(key), other.map(key)] as const
  let start = 0
  let [end, otherEnd] = [one.length, other.length]
  const pairs: [number, number][] = []
  while (start < end && start < otherEnd && keys[0][start] === keys[1][start])
    pairs.push([start, start++])
  const last: [number, number][] = []
  while (end > start && otherEnd > start && keys[0][end - 1] === keys[1][otherEnd - 1])
    last.unshift([--end, --otherEnd])
  const width = otherEnd - start + 1
  if ((end - start + 1) * width <= maxCells) {
    const lengths = new Uint32Array((end - start + 1) * width)
    const at = (i: number, j: number): number => (i - start) * width + j - start
    for (let i = end - 1; i >= start; i--)
      for (let j = otherEnd - 1; j >= start; j--)
        lengths[at(i, j)] =
          keys[0][i] === keys[1][j]
            ? lengths[at(i + 1, j + 1)]! + 1
            : Math.max(lengths[at(i + 1, j)]!, lengths[at(i, j + 1)]!)
    for (let i = start, j = start; i < end && j < otherEnd;) {
      if (keys[0][i] === keys[1][j]) pairs.push([i++, j++])
      else if (lengths[at(i + 1, j)]! >= lengths[at(i, j + 1)]!) i++
      else j++
    }
  }
  return [...pairs, ...last]
}

/**
 * Pairs of items, then items that only one list has. Items with the same first key belong together; between them, items with the
 * same second key.
 */
export function align<T>(
  one: readonly T[],
  other: readonly T[],
  first: (item: T) => string,
  second: (item: T) => string,
): [before: T | undefined, after: T | undefined][] {
  const result: [T | undefined, T | undefined][] = []
  let [i, j] = [0, 0]
  for (const [nextI, nextJ] of [
    ...common(one, other, first),
    [one.length, other.length],
  ] as const) {
    const removed = one.slice(i, nextI)
    const added = other.slice(j, nextJ)
    const similar = common(removed, added, second)
    for (const [from, to] of similar) result.push([removed[from], added[to]])
    const [old, young] = [
      new Set(similar.map(([from]) => from)),
      new Set(similar.map(([, to]) => to)),
    ]
    removed.forEach((item, index) => old.has(index) || result.push([item, undefined]))
    added.forEach((item, index) => young.has(index) || result.push([undefined, item]))
    if (nextI < one.length) result.push([one[nextI], other[nextJ]])
    ;[i, j] = [nextI + 1, nextJ + 1]
  }
  return result
}
