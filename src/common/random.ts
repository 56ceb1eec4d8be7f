/** Randomness comes in from outside, so that tests can replace it. */

/** A number from 0 up to, not including, 1. */
export type Random = () => number

/** A UUID of version 4, made with `random` if there is one. */
export function randomUuid(random: Random | undefined): string {
  if (!random) return crypto.randomUUID()
  const digits = (count: number) =>
    Array.from({ length: count }, () => Math.floor(random() * 16).toString(16)).join('')
  const variant = '89ab'[Math.floor(random() * 4)]!
  return `${digits(8)}-${digits(4)}-4${digits(3)}-${variant}${digits(3)}-${digits(12)}`
}

/** The same numbers each time, for one seed. */
export function seededRandom(seed = 1): Random {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return state / 4_294_967_296
  }
}
