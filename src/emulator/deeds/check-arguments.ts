/** Checks of what programs pass to deeds. The tables say what each deed takes. */
import { isObject, isRecord } from '../../common/json.js'
import { describeValue } from '../../common/options.js'
import { closest, either } from '../../common/words.js'
import { EmulatorError } from '../errors.js'
import { bytesOf } from '../state/bytes-of.js'
import type { Deed, Field } from './deed.js'
import { shapes } from './shapes.js'

/**
 * Refuses arguments that a deed does not take: a missing text, a misspelt option.
 * @public The generated classes call it.
 * @param table - deeds by name
 * @throws {EmulatorError} `option_invalid`
 */
export function checkArguments<Name extends string>(
  table: Readonly<Record<Name, Deed>>,
  name: Name,
  ...values: readonly unknown[]
): void {
  const { arguments: fields = {}, options } = table[name]
  const names = Object.keys(fields)
  for (const [i, key] of names.entries()) check(`${name}: ${key}`, fields[key]!, values[i])
  if (options) checkOptions(name, values[names.length], options)
}

/**
 * Refuses options that are not of these shapes.
 * @param name - method that got them, for the error
 * @throws {EmulatorError} `option_invalid`
 */
export const checkOptions = (name: string, options: unknown, names: readonly string[]): void =>
  checkFields(`${name}: `, `${name}: options`, options, names)

function check(place: string, field: Field, value: unknown): void {
  if (value === undefined && !field.required) return
  if (field.kind === 'shape') {
    checkFields(`${place}.`, place, value, [field.shape!])
    return
  }
  const expected = expectation(field, value)
  if (expected !== undefined)
    throw invalid(`${place} must be ${expected}, not ${describeValue(value)}.`)
  if (field.kind === 'shapes')
    for (const [i, one] of (value as unknown[]).entries())
      checkFields(`${place}[${i}].`, `${place}[${i}]`, one, [field.shape!])
}

/** All fields of shapes, with those that they extend. */
const fieldsOf = (names: readonly string[]): Record<string, Field> =>
  Object.assign(
    {},
    ...names.map((name) => ({
      ...fieldsOf(shapes[name]!.extends ?? []),
      ...shapes[name]!.fields,
    })),
  ) as Record<string, Field>

function checkFields(
  prefix: string,
  place: string,
  value: unknown,
  names: readonly string[],
): void {
  if (!isRecord(value)) throw invalid(`${place} must be an object, not ${describeValue(value)}.`)
  const fields = fieldsOf(names)
  const permitted = Object.keys(fields)
  for (const name in value) {
    if (Object.hasOwn(fields, name)) continue
    const nearest = closest(name, permitted)
    throw invalid(
      `${prefix}${name.slice(0, 40)} is not an option. ` +
        (nearest === undefined ? `Use ${either(permitted)}.` : `Did you mean ${nearest}?`),
    )
  }
  for (const [name, field] of Object.entries(fields)) check(prefix + name, field, value[name])
}

/** What a value should have been; `undefined` if it is right. */
function expectation({ kind, range, words, type }: Field, value: unknown): string | undefined {
  switch (kind) {
    case 'text':
      return typeof value === 'string' ? undefined : 'a string'
    case 'number':
      return Number.isFinite(value) ? undefined : 'a number'
    case 'whole': {
      const [min, max = Infinity] = range!
      if (Number.isInteger(value) && Number(value) >= min && Number(value) <= max) return undefined
      return `a whole number, ${max === Infinity ? `${min} or more` : `from ${min} to ${max}`}`
    }
    case 'boolean':
      return typeof value === 'boolean' ? undefined : 'true or false'
    case 'bytes':
      return bytesOf(value) ? undefined : 'a Uint8Array'
    case 'texts':
      return isListOf(value, (one) => typeof one === 'string') ? undefined : 'an array of strings'
    case 'word':
      return (words as readonly unknown[]).includes(value) ? undefined : either(words!)
    case 'people':
      return isPerson(value) || isListOf(value, isPerson)
        ? undefined
        : 'people of this emulator, such as line.user() returns'
    case 'parts':
      return typeof value === 'string' || isListOf(value, isPart)
        ? undefined
        : "a string, or an array of parts: ['Hello ', user]"
    case 'target':
      return typeof value === 'string' || isRecord(value)
        ? undefined
        : 'the words on what is tapped, { area: 0 } or an action'
    case 'code':
      if (type !== GROUP) return isObject(value) ? undefined : 'an object'
      return typeof value === 'string' || isChat(value)
        ? undefined
        : 'a group or room, such as line.group() returns, or its name'
    default:
      return Array.isArray(value) ? undefined : 'an array'
  }
}

/** Type of the only value that programs pass as an object or by its name. */
const GROUP = 'GroupChat | string'

const isListOf = (value: unknown, test: (one: unknown) => boolean): boolean =>
  Array.isArray(value) && value.every(test)

const isPerson = (value: unknown): boolean => isRecord(value) && isRecord(value['person'])

const isChat = (value: unknown): boolean => isRecord(value) && isRecord(value['data'])

const isPart = (value: unknown): boolean => typeof value === 'string' || isRecord(value)

const invalid = (problem: string): EmulatorError => new EmulatorError('option_invalid', problem)
