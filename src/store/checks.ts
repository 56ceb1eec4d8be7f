/** Checks that all stores share, so that a mistake is the same error in each. */
import { describeValue, numberProblem } from '../common/options.js'
import type { SetOptions } from './adapter.js'
import { StoreError } from './errors.js'

/** Largest length of a key, an owner and a user id, in UTF-16 code units. Ids of LINE have 26 to 40. */
export const longestKey = 512

/** Longest lease and time to live in milliseconds: ten years. */
export const longestTime = 315_360_000_000

/** The reason why a value cannot be a key, an owner or an id; `undefined` if it can. */
export function textProblem(name: string, value: unknown): string | undefined {
  const isText = typeof value === 'string' && value !== ''
  if (isText && value.length <= longestKey && !value.includes('\0')) return undefined
  const what = !isText
    ? describeValue(value)
    : value.length > longestKey
      ? `a text of ${value.length} characters`
      : 'a text with the character U+0000'
  return `${name}: ${what} is not permitted. Use a text of 1 to ${longestKey} characters.`
}

/** @throws {StoreError} `argument_invalid` */
export function checkText(name: string, value: unknown): void {
  const problem = textProblem(name, value)
  if (problem !== undefined) throw new StoreError('argument_invalid', problem)
}

/** @throws {StoreError} `argument_invalid` */
export function checkTime(name: string, value: unknown): void {
  const problem = numberProblem(name, value, { above: 0, max: longestTime, unit: 'milliseconds' })
  if (problem !== undefined) throw new StoreError('argument_invalid', problem)
}

/**
 * Checks what is set.
 * @returns the value as JSON
 * @throws {StoreError} `argument_invalid`, `value_invalid`
 */
export function checkSet(key: unknown, value: unknown, { ttl, userId }: SetOptions): string {
  checkText('key', key)
  checkTime('ttl', ttl)
  if (userId !== undefined) checkText('userId', userId)
  return encode(value)
}

/** @throws {StoreError} `argument_invalid` */
export function checkClaim(
  key: unknown,
  owner: unknown,
  ms?: readonly [name: string, ms: unknown],
) {
  checkText('key', key)
  checkText('owner', owner)
  if (ms) checkTime(...ms)
}

/**
 * A value as JSON.
 * @throws {StoreError} `value_invalid`
 */
export function encode(value: unknown): string {
  let json: string | undefined
  try {
    json = JSON.stringify(value)
  } catch (cause) {
    throw new StoreError(
      'value_invalid',
      'The value cannot be stored: it contains itself, or a bigint. Stores keep JSON.',
      { cause },
    )
  }
  if (json !== undefined) return json
  throw new StoreError(
    'value_invalid',
    `${describeValue(value)} cannot be stored: stores keep JSON. To remove a value, use delete.`,
  )
}

/**
 * A stored value.
 * @throws {StoreError} `store_broken` for what was written by another program
 */
export function decode(json: string): unknown {
  try {
    return JSON.parse(json) as unknown
  } catch (cause) {
    throw new StoreError(
      'store_broken',
      'The store has a value that is not JSON. Another program writes to the same keys: give each a prefix of its own.',
      { cause },
    )
  }
}
