/** Custom aggregation units. */
import { AggregationUnit_pattern, AggregationUnits_maxItems } from '../../spec/generated/numbers.js'
import { refusal } from '../api/answer.js'
import { oneError } from '../api/check-messages.js'
import { sentences } from '../api/sentences.js'
import { monthOf } from '../state/days.js'
import type { World } from '../state/world.js'

const MOST = 1_000
const form = new RegExp(AggregationUnit_pattern)

/**
 * The unit of a request. A name beyond the month's thousandth is dropped in silence, as LINE does.
 * @throws {Refusal} 400
 */
export function takeUnit(world: World, value: unknown): string | undefined {
  if (value === undefined) return undefined
  if (!Array.isArray(value))
    throw refusal(400, sentences.invalidProperty("'customAggregationUnits'"))
  if (value.length > AggregationUnits_maxItems)
    throw oneError(sentences.sizeBetween(0, AggregationUnits_maxItems), 'customAggregationUnits')
  const name: unknown = value[0]
  if (name === undefined) return undefined
  if (typeof name !== 'string' || !form.test(name))
    throw oneError(sentences.invalidValue, 'customAggregationUnits[0]')
  const month = monthOf(world.now)
  const names = unitsOf(world)
  if (names.includes(name)) return name
  if (names.length >= MOST) return undefined
  world.state.units.set(month, [...names, name])
  return name
}

/** The units of this month. */
export const unitsOf = (world: World): readonly string[] =>
  world.state.units.get(monthOf(world.now)) ?? []
