/** Undoes the filters of a PNG's rows. */

function paeth(left: number, up: number, corner: number): number {
  const estimate = left + up - corner
  const toLeft = Math.abs(estimate - left)
  const toUp = Math.abs(estimate - up)
  const toCorner = Math.abs(estimate - corner)
  if (toLeft <= toUp && toLeft <= toCorner) return left
  return toUp <= toCorner ? up : corner
}

/** What a filter adds to a byte, from the bytes to the left, above, and to the left above. */
const filters: readonly ((left: number, up: number, corner: number) => number)[] = [
  () => 0,
  (left) => left,
  (_left, up) => up,
  (left, up) => (left + up) >> 1,
  paeth,
]

/**
 * Undoes the filters in place. Each row begins with the number of its filter.
 *
 * @param row - bytes of a row, without that number
 * @param step - bytes of a pixel, at least 1
 */
export function unfilter(rows: Uint8Array, row: number, height: number, step: number): void {
  for (let y = 0; y < height; y++) {
    const start = y * (row + 1) + 1
    const kind = rows[start - 1]!
    if (kind === 0) continue
    const filter = filters[kind]
    if (!filter) throw new Error('one of its rows is damaged')
    for (let x = 0; x < row; x++) {
      const left = x < step ? 0 : rows[start + x - step]!
      const up = y === 0 ? 0 : rows[start + x - row - 1]!
      const corner = x < step || y === 0 ? 0 : rows[start + x - row - 1 - step]!
      rows[start + x] = rows[start + x]! + filter(left, up, corner)
    }
  }
}
