/** Comparison of JSON. */

/** Whether two values are the same as JSON, whatever the order of their properties. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b
  const [ofA, ofB] = [a, b].map((value) => Object.entries(value)) as [Pairs, Pairs]
  return (
    Array.isArray(a) === Array.isArray(b) &&
    ofA.length === ofB.length &&
    ofA.every(([name, value]) => sameJson(value, (b as Record<string, unknown>)[name]))
  )
}

type Pairs = [string, unknown][]
