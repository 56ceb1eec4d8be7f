/** Validators by tables, for definitions of which a message has few. */
import type { ActionPlace } from '../../spec/label-limits.js'
import type { Context, EntryValidator, Validator } from '../context.js'
import { type Json, type PartRule, type Rule, typeOf } from './rule.js'

/** The check of a property: of a scalar, or of a part, which also gets the object that has the property. */
type Check = (
  context: Context,
  definition: string,
  name: string,
  value: unknown,
  list: string,
  owner: Json,
) => void

/**
 * Makes a validator of objects.
 *
 * @param required - how many of the first properties are required
 * @param checks - of all properties; null where nothing is left to check
 * @param rules - before the parts
 * @param rulesAfterParts - after the parts
 * @param type - of such an object, if a value may have another
 * @param keyword - `closed` if LINE refuses properties that it does not know
 */
export function table(
  definition: string,
  required: number,
  checks: Readonly<Record<string, Check | null>>,
  rules: readonly Rule[] = [],
  rulesAfterParts: readonly Rule[] = [],
  type?: string,
  keyword?: 'closed',
): Validator {
  const names = Object.keys(checks)
  const needed = names.slice(0, required)
  return (value, context) => {
    const start = context.count
    context.about(definition, value)
    for (const rule of rules) rule(value, context)
    // What has the type of something else is one problem, whatever it lacks or has too much.
    const isMeant = type === undefined || context.is(value, type)
    if (isMeant) context.missing(definition, value, needed)
    for (const name in value) {
      const part = value[name]
      if (part === undefined) continue
      if (Object.hasOwn(checks, name)) checks[name]?.(context, definition, name, part, '', value)
      else if (isMeant) context.unknown(definition, name, names.join(' '), keyword)
    }
    for (const rule of rulesAfterParts) context.after(rule, definition, value, start)
  }
}

/** Makes a validator of a union, whose members are known by their `type`. */
export const union =
  (
    definition: string,
    members: Readonly<Record<string, Validator>>,
    rules: readonly Rule[] = [],
  ): Validator =>
  (value, context) => {
    context.about(definition, value)
    for (const rule of rules) rule(value, context)
    const type = typeOf(value)
    if (Object.hasOwn(members, type)) members[type]!(value, context)
    else context.noMember(definition, value)
  }

/** Makes the validator of an entry point. */
export const entry =
  (
    validator: Validator,
    definition: string,
    rule?: PartRule,
    place: ActionPlace = 'anywhere',
  ): EntryValidator =>
  (value, context) => {
    context.place = place
    context.part(validator, value, undefined, definition, 'type', value as Json, rule)
  }
