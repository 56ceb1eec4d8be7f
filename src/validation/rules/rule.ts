/** What rules are made of. */
import { isRecord } from '../../common/json.js'
import type { ActionPlace } from '../../spec/label-limits.js'
import type { Finding } from '../problem.js'
import type { ValidateOptions } from '../options.js'

/** JSON of which only its type is sure: rules look at wrong values too, and must not throw. */
export type Json = Readonly<Record<string, unknown>>

/** What a rule gets beside the value. */
export interface RuleContext {
  /** Reports a problem of a property, given as a path below the value; empty for the value itself. */
  report: (property: string, finding: Finding) => void
  readonly options: ValidateOptions
  /** Where the action is that the rule looks at. */
  readonly place: ActionPlace
  /** True if a part surely has no more bytes of JSON than that. For rules that come after the parts. */
  fits(part: Json, bytes: number): boolean
  /** Animated images of the message so far. */
  animated: number
}

/** `@rule` of a definition: one cross-field rule. */
export type Rule = (value: Json, context: RuleContext) => void

/** `@rule` of a property: a rule of its value, or of each item of its list, that also needs the object that has the property. */
export type PartRule = (value: Json, context: RuleContext, owner: Json) => void

/** `@listRule` of a property: a rule of all items together. Paths start at the list. */
export type ListRule = (list: readonly unknown[], context: RuleContext, owner: Json) => void

export const isJson: (value: unknown) => value is Json = isRecord

/** Whether a property is there; LINE was seen to read null as left out. */
export const isThere = (value: unknown): boolean => value !== undefined && value !== null

/** The items of a list; none of anything else. */
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** The `type` of a value; empty when it is no word. */
export const typeOf = ({ type }: Json): string => (isText(type) ? type : '')

/** A number in the place of an id of digits. */
export const isNumericId = (value: unknown): value is number =>
  Number.isSafeInteger(value) && (value as number) >= 0

export const isText = (value: unknown): value is string => typeof value === 'string'
