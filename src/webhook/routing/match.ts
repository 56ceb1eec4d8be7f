/** Turns a filter into checks, and refuses one that no event can pass. */
import type { WebhookEventType } from '../../spec/webhook/index.js'
import { eventPlaces } from '../event/event-places.js'
import {
  type Check,
  type CheckResult,
  type Condition,
  condition,
  type MatchResult,
  passed,
} from './conditions.js'
import { impossible, noFilter } from './filter-errors.js'
import type { AnyOf, EventFilter, Filter } from './filter.js'

/** Conditions that must all hold. */
export interface Alternative {
  readonly types: ReadonlySet<string>
  /** Kind of message; `undefined` for all. */
  readonly content: string | undefined
  /** Checks of an event whose type and content fit. */
  readonly checks: readonly Check[]
}

/** A filter, ready for use. */
export interface Matcher {
  /** One of them must hold. More than one only with `anyOf`. */
  readonly alternatives: readonly Alternative[]
  readonly standby: boolean
  /** A handler gets a payload, perhaps `undefined`. */
  readonly hasPayload: boolean
}

/** Largest number of alternatives: those of several `anyOf` in an array multiply. */
const maxAlternatives = 1_000

/**
 * Prepares a filter.
 * @throws {WebhookError} `filter_invalid` when a condition is unknown, or no event can meet all of them
 */
export function matcher(filter: Filter): Matcher {
  const filters = listOf(filter)
  const sets = conditionSets(filters)
  const alternatives = sets.flatMap((conditions) => alternative(conditions) ?? [])
  if (alternatives.length === 0) throw impossible(filters)
  return {
    alternatives,
    standby: sets.some((set) => set.some(({ standby }) => standby)),
    hasPayload: sets.some((set) => set.some(({ postback }) => postback !== undefined)),
  }
}

const listOf = (filter: Filter): readonly EventFilter[] => {
  const list = Array.isArray(filter) ? (filter as readonly EventFilter[]) : [filter as EventFilter]
  if (list.length === 0) throw noFilter([])
  return list
}

const isAnyOf = (filter: EventFilter): filter is AnyOf =>
  typeof filter === 'object' && filter !== null && 'anyOf' in filter

/** All sets of conditions that pass: one, and with `anyOf` one for each combination of its filters. */
function conditionSets(filters: readonly EventFilter[]): readonly Condition[][] {
  let sets: Condition[][] = [[]]
  for (const filter of filters) {
    const options = isAnyOf(filter) ? optionsOf(filter) : [[condition(filter)]]
    sets = sets.flatMap((set) => options.map((option) => [...set, ...option]))
    if (sets.length > maxAlternatives) throw noFilter(filter, 'It has too many combinations.')
  }
  return sets
}

function optionsOf(filter: AnyOf): readonly Condition[][] {
  if (!Array.isArray(filter.anyOf) || filter.anyOf.length === 0)
    throw noFilter(filter, 'An empty anyOf matches nothing.')
  const options = filter.anyOf.flatMap((one) => conditionSets(listOf(one as Filter)))
  if (options.some((option) => option.some(({ standby }) => standby)))
    throw noFilter(filter, "'standby' cannot be in anyOf. Put it beside it: ['standby', anyOf(…)].")
  return options
}

/** Combines conditions; `undefined` if no event can meet all of them. */
function alternative(conditions: readonly Condition[]): Alternative | undefined {
  const contents = distinct(conditions.map(({ content }) => content))
  const places = distinct(conditions.map(({ place }) => place))
  const postbacks = distinct(conditions.map(({ postback }) => postback))
  const types = (Object.keys(eventPlaces) as WebhookEventType[]).filter(
    (type) =>
      conditions.every((one) => !one.types || one.types.includes(type)) &&
      places.every((place) => eventPlaces[type].includes(place)),
  )
  if (types.length === 0 || contents.length > 1 || places.length > 1 || postbacks.length > 1)
    return undefined
  return {
    types: new Set(types),
    content: contents[0],
    checks: conditions.flatMap(({ check }) => check ?? []),
  }
}

const distinct = <T>(values: readonly (T | undefined)[]): T[] => [
  ...new Set(values.filter((value) => value !== undefined)),
]

/**
 * The checks for events of one type and content.
 * @returns `undefined` if no such event can pass
 */
export function checksFor(
  { alternatives }: Matcher,
  type: string,
  content: string | undefined,
): readonly Check[] | undefined {
  const fitting = alternatives.filter(
    (one) => one.types.has(type) && (one.content === undefined || one.content === content),
  )
  if (fitting.length <= 1) return fitting[0]?.checks
  return [
    (event, examination) => firstOf(fitting, 0, (checks) => runChecks(checks, event, examination)),
  ]
}

/** The result of the first alternative that passes. */
function firstOf(
  alternatives: readonly Alternative[],
  from: number,
  run: (checks: readonly Check[]) => CheckResult,
): CheckResult {
  for (let i = from; i < alternatives.length; i++) {
    const result = run(alternatives[i]!.checks)
    if (result instanceof Promise)
      return result.then((later) => later ?? firstOf(alternatives, i + 1, run))
    if (result) return result
  }
  return undefined
}

/** Runs checks one after the other, until one does not pass. */
export function runChecks(
  checks: readonly Check[],
  event: Parameters<Check>[0],
  examination: Parameters<Check>[1],
  from = 0,
  before: MatchResult = passed,
): CheckResult {
  let sum = before
  for (let i = from; i < checks.length; i++) {
    const result = checks[i]!(event, examination)
    if (result instanceof Promise) {
      const sofar = sum
      return result.then(
        (later) => later && runChecks(checks, event, examination, i + 1, { ...sofar, ...later }),
      )
    }
    if (!result) return undefined
    sum = sum === passed ? result : { ...sum, ...result }
  }
  return sum
}
