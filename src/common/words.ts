/** The wording that reports share. */

/** `a, b or c`. */
export const either = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)!}`

/** `1,040`. */
export const counted = (count: number): string =>
  String(count).replace(/\B(?=(\d{3})+(?!\d))/g, ',')

/** `1 error`, `2 errors`, `3 stories`. */
export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`

/** Longer words are not compared: the work grows with the square of the length. */
const longest = 40

/** The candidate closest to a misspelt word, without regard to case; undefined when none is close. */
export function closest(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length > longest) return undefined
  let best: string | undefined
  let bestDistance = Math.min(4, (word.length + 1) / 2)
  for (const candidate of candidates) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase())
    if (distance < bestDistance) {
      bestDistance = distance
      best = candidate
    }
  }
  return best
}

/** Letters to insert, delete or change; 4 for more than 3. A word that lacks its beginning counts as near: `secret` of `channelSecret`. */
function editDistance(a: string, b: string): number {
  if (b.length - a.length > 3) return b.endsWith(a) ? 1 : 4
  let row = [...Array(b.length + 1).keys()]
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min(
        row[j]! + 1,
        next[j - 1]! + 1,
        row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1),
      )
    row = next
  }
  return row[b.length]!
}
