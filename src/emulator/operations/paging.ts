/** Lists that are returned in pages. */
import { refusal } from '../api/answer.js'
import type { Call } from '../api/call.js'
import { sentences } from '../api/sentences.js'

const LIFE = 24 * 3_600_000

/** A page, and the token of the next page if there is one. */
export interface Page {
  items: string[]
  next?: string
}

/**
 * A page of a list, from `start`. What comes later was fixed when the list was asked for first.
 * @throws {Refusal} `Invalid start param`
 */
export function pageOf(call: Call, list: () => string[], limit: number): Page {
  const { world } = call
  const { continuations } = world.state
  const start = call.query.get('start')
  const stored = start === null ? undefined : continuations.get(start)
  if (start !== null && (!stored || stored.expires <= world.now))
    throw refusal(400, sentences.invalidStart)
  const all = stored?.rest ?? list()
  if (all.length <= limit) return { items: all }
  const next = world.chance.token(43)
  continuations.set(next, { rest: all.slice(limit), expires: world.now + LIFE })
  return { items: all.slice(0, limit), next }
}

/**
 * The `limit` of a query.
 * @throws {Refusal} 400
 */
export function limitOf(call: Call, { usual, most }: { usual: number; most: number }): number {
  const value = call.query.get('limit')
  if (value === null) return usual
  const limit = Number(value)
  if (!Number.isInteger(limit) || limit < 1 || limit > most)
    throw refusal(400, sentences.parameterInvalid('limit'))
  return limit
}
