/** The difference of two texts by lines. */

/** A line of a difference. */
export interface DiffLine {
  kind: 'same' | 'removed' | 'added'
  text: string
}

/** With more changed lines the search takes too long: all lines between the first and the last change count as changed. */
const mostChanges = 1_500

const linesOf = (kind: DiffLine['kind'], lines: readonly string[]): DiffLine[] =>
  lines.map((text) => ({ kind, text }))

/** The lines of both texts, in their order. */
export function diffLines(before: string, after: string): DiffLine[] {
  const a = before.split('\n')
  const b = after.split('\n')
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let end = 0
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++
  return [
    ...linesOf('same', a.slice(0, start)),
    ...shortestEdit(a.slice(start, a.length - end), b.slice(start, b.length - end)),
    ...linesOf('same', a.slice(a.length - end)),
  ]
}

/** The fewest changes from one list to the other, by Myers' algorithm. */
function shortestEdit(a: readonly string[], b: readonly string[]): DiffLine[] {
  const whole = [...linesOf('removed', a), ...linesOf('added', b)]
  if (a.length === 0 || b.length === 0) return whole
  const most = Math.min(a.length + b.length, mostChanges)
  /** How far each diagonal reaches in `a`, after each number of changes. */
  const trace: Map<number, number>[] = []
  let reach = new Map<number, number>([[1, 0]])
  for (let changes = 0; changes <= most; changes++) {
    trace.push(reach)
    const next = new Map(reach)
    for (let diagonal = -changes; diagonal <= changes; diagonal += 2) {
      let x = startOf(reach, diagonal, changes)
      while (x < a.length && x - diagonal < b.length && a[x] === b[x - diagonal]) x++
      next.set(diagonal, x)
      if (x >= a.length && x - diagonal >= b.length) return walkBack(trace, a, b)
    }
    reach = next
  }
  return whole
}

const goesDown = (reach: ReadonlyMap<number, number>, diagonal: number, changes: number): boolean =>
  diagonal === -changes ||
  (diagonal !== changes && (reach.get(diagonal - 1) ?? -1) < (reach.get(diagonal + 1) ?? -1))

const startOf = (reach: ReadonlyMap<number, number>, diagonal: number, changes: number): number =>
  goesDown(reach, diagonal, changes)
    ? (reach.get(diagonal + 1) ?? 0)
    : (reach.get(diagonal - 1) ?? 0) + 1

function walkBack(
  trace: readonly ReadonlyMap<number, number>[],
  a: readonly string[],
  b: readonly string[],
): DiffLine[] {
  const lines: DiffLine[] = []
  let [x, y] = [a.length, b.length]
  for (let changes = trace.length - 1; changes >= 0; changes--) {
    const reach = trace[changes]!
    const diagonal = x - y
    const from = goesDown(reach, diagonal, changes) ? diagonal + 1 : diagonal - 1
    const fromX = reach.get(from) ?? 0
    const fromY = fromX - from
    while (x > Math.max(fromX, 0) && y > Math.max(fromY, 0)) {
      lines.push({ kind: 'same', text: a[--x]! })
      y--
    }
    if (changes === 0) break
    if (x === fromX) lines.push({ kind: 'added', text: b[--y]! })
    else lines.push({ kind: 'removed', text: a[--x]! })
  }
  return lines.reverse()
}

/** Unchanged lines around a change. */
const around = 3

/** Only changed lines and a few around them; `undefined` is a gap. */
export function closeLines(lines: readonly DiffLine[]): (DiffLine | undefined)[] {
  const near = new Set<number>()
  lines.forEach(({ kind }, i) => {
    if (kind === 'same') return
    for (let j = i - around; j <= i + around; j++) near.add(j)
  })
  const close: (DiffLine | undefined)[] = []
  lines.forEach((line, i) => {
    if (near.has(i)) close.push(line)
    else if (close.at(-1) !== undefined && lines.some((_, j) => j > i && near.has(j)))
      close.push(undefined)
  })
  return close
}

const signs = { same: ' ', removed: '-', added: '+' } as const

/** The difference as text, as `diff -u` writes it. */
export const diffText = (lines: readonly DiffLine[]): string =>
  closeLines(lines)
    .map((line) => (line ? `${signs[line.kind]} ${line.text}` : '  …'))
    .join('\n')
