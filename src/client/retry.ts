import type { Random } from './random.js'

/** How often, how long and how slowly a call is repeated. What may be repeated at all is not up to options. */
export interface RetryOptions {
  /** Tries in all, 8 by default; 1 for never again. */
  attempts?: number
  /** Milliseconds from the first try in which another may begin, 60,000 by default. */
  window?: number
  /** Milliseconds before the second try, at most, 200 by default. */
  base?: number
  /** By how much each wait may be longer than the one before, 2 by default. */
  factor?: number
  /** The longest wait in milliseconds, 10,000 by default. */
  cap?: number
}

export type RetryPolicy = Required<RetryOptions>

const defaults: RetryPolicy = { attempts: 8, window: 60_000, base: 200, factor: 2, cap: 10_000 }

/** The client's and the call's wishes over the defaults. `false` is one try. */
export function policyOf(...wishes: (RetryOptions | false | undefined)[]): RetryPolicy {
  let policy = defaults
  for (const wish of wishes) {
    if (wish === false) policy = { ...policy, attempts: 1 }
    else if (wish) policy = { ...policy, ...wish }
  }
  return policy
}

/** Milliseconds until the next try: anything from 0 up to a bound that grows (full jitter). */
export function backoff(tries: number, { base, factor, cap }: RetryPolicy, random: Random): number {
  return random() * Math.min(cap, base * factor ** (tries - 1))
}

/** Milliseconds that a `Retry-After` asks for. LINE sends none; what stands before it may. */
export function retryAfter(value: string | undefined, now: number): number {
  if (!value) return 0
  const seconds = Number(value)
  const ms = Number.isNaN(seconds) ? Date.parse(value) - now : seconds * 1000
  return Number.isNaN(ms) ? 0 : Math.max(0, ms)
}
