import { type NumberRange, numberProblem, optionsProblem } from '../common/options.js'
import { badOption } from './errors/argument-error.js'
import type { Random } from '../common/random.js'

/** Number and timing of retries. Options do not decide which calls may be retried. */
export interface RetryOptions {
  /** Number of attempts, 8 by default. 1 turns retries off; `Infinity` allows as many as fit into `window`. */
  attempts?: number
  /** Milliseconds after the first attempt within which another may begin. 60,000 by default; `Infinity` for no limit. */
  window?: number
  /** Longest wait before the second attempt, in milliseconds. 200 by default. */
  base?: number
  /** Growth of the longest wait with each attempt. 2 by default. */
  factor?: number
  /** Longest wait of all, in milliseconds. 10,000 by default. */
  cap?: number
}

export type RetryPolicy = Required<RetryOptions>

const defaults: RetryPolicy = { attempts: 8, window: 60_000, base: 200, factor: 2, cap: 10_000 }

const ranges: Record<keyof RetryPolicy, NumberRange> = {
  attempts: { min: 1, whole: true, infinity: 'for no limit' },
  window: { min: 0, infinity: 'for no limit', unit: 'milliseconds' },
  base: { min: 0, unit: 'milliseconds' },
  factor: { min: 0 },
  cap: { min: 0, unit: 'milliseconds' },
}

/**
 * Checks the option `retry`.
 * @throws {LineArgumentError} `option_invalid`
 */
export function checkRetry(retry: unknown): void {
  if (retry === undefined || retry === false) return
  const problem = optionsProblem(retry, Object.keys(ranges), 'retry.')
  if (problem !== undefined) throw badOption(`${problem} retry: false means one attempt.`)
  for (const [name, value] of Object.entries(retry as object)) {
    const problem =
      value === undefined
        ? undefined
        : numberProblem(`retry.${name}`, value, ranges[name as keyof RetryPolicy])
    if (problem !== undefined) throw badOption(problem)
  }
}

/** Merges the options of the client and of the call with the defaults. `false` means one attempt. */
export function policyOf(...wishes: (RetryOptions | false | undefined)[]): RetryPolicy {
  let policy = defaults
  for (const wish of wishes) {
    if (wish === false) policy = { ...policy, attempts: 1 }
    else if (wish) policy = { ...policy, ...withoutUndefined(wish) }
  }
  return policy
}

const withoutUndefined = (wish: RetryOptions): RetryOptions =>
  Object.fromEntries(Object.entries(wish).filter(([, value]) => value !== undefined))

/** Milliseconds until the next attempt: random, from 0 up to a bound that grows (full jitter). */
export function backoff(tries: number, { base, factor, cap }: RetryPolicy, random: Random): number {
  // 0 times an infinite power is NaN.
  const bound = base === 0 ? 0 : Math.min(cap, base * factor ** (tries - 1))
  return random() * bound || 0
}

/** Longest wait that a `Retry-After` may ask for: an hour. */
const longestWait = 3_600_000

/** Milliseconds that a `Retry-After` asks for. LINE sends none, but a proxy may. */
export function retryAfter(value: string | undefined, now: number): number {
  if (!value || value.length > 100) return 0
  const ms = /^\s*\d+\s*$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now
  return Number.isNaN(ms) ? 0 : Math.min(Math.max(0, ms), longestWait)
}
