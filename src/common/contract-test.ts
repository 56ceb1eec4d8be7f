/** Tests of an interface, which run in any test runner. */
import { sameJson } from './same-json.js'

/** One test: to be passed to `test` of any test runner. */
export interface ContractTest {
  name: string
  /** Rejects with what is wrong. */
  run: () => Promise<void>
}

/** Milliseconds of a lease, and a time to live, that do not run out in a test. */
export const long = 600_000

/** Waits by the clock of the machine. */
export const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** @throws {Error} if two values are not the same as JSON */
export function same(actual: unknown, expected: unknown, what: string): void {
  if (sameJson(actual, expected)) return
  const [found, wanted] = [actual, expected].map((value) => JSON.stringify(value) ?? 'undefined')
  throw new Error(`${what}: ${found} instead of ${wanted}`)
}
