/** Reads what a deed takes from the body of a command. */
import { isFields } from '../api/call.js'
import type { Field } from '../deeds/deed.js'
import { shapes } from '../deeds/shapes.js'
import type { MediaOptions } from '../generated/options.js'
import type { TapTarget } from '../people/tapping.js'
import type { TextPart } from '../people/text.js'
import { actionIn } from './action.js'
import { bad, type Command } from './route.js'

/** Names of a field in bodies, and what they mean. A shape has no name: its fields are on the same level. */
export function namesOf(
  name: string,
  { body, kind, about }: Field,
): Readonly<Record<string, string>> {
  if (body) return body
  return kind === 'shape' ? {} : { [name]: about.replace(/\.$/, '') }
}

/**
 * The value of a field.
 * @throws {EmulatorError} `option_invalid`, `group_not_found`
 */
export function readField(command: Command, name: string, field: Field): unknown {
  const [key = name] = Object.keys(namesOf(name, field))
  switch (field.kind) {
    case 'text':
      return field.required ? command.needed(key) : command.text(key)
    case 'number': {
      const value = command.number(key)
      if (value === undefined && field.required) throw bad(key, 'a number')
      return value
    }
    case 'whole':
      return command.whole(key, ...(field.range as [number, number?]))
    case 'boolean':
      return key === 'settle' ? command.settling().settle : command.boolean(key)
    case 'bytes':
      return command.bytes(key)
    case 'texts':
      return command.texts(key)
    case 'word':
      return command.word(key, field.words!)
    case 'people':
      return command.people(key)
    case 'parts':
      return textIn(command)
    case 'target':
      return targetIn(command)
    case 'shape':
      return readShape(command, field.shape!)
    case 'shapes': {
      const count = command.whole('count', 1, 20) ?? 1
      return Array<MediaOptions>(count).fill(readShape(command, field.shape!))
    }
    case 'code':
      return key === 'in' ? command.where() : undefined
  }
}

/** The values of a shape. */
export function readShape(command: Command, name: string): Record<string, unknown> {
  const { fields, extends: bases = [] } = shapes[name]!
  const own = Object.entries(fields).map(([key, field]) => [key, readField(command, key, field)])
  return Object.assign(
    {},
    ...bases.map((base) => readShape(command, base)),
    Object.fromEntries(own),
  ) as Record<string, unknown>
}

function textIn(command: Command): string | TextPart[] {
  const { text, parts } = command.body
  if (typeof text === 'string') return text
  if (!Array.isArray(parts)) throw bad('text', 'a string (or parts an array)')
  const wrong = parts.findIndex((part) => !isPart(part))
  if (wrong !== -1)
    throw bad(
      `parts[${wrong}]`,
      'a string, { "mention": "all", "bot" or an id } or { "emoji": { "productId", "emojiId" } }',
    )
  return parts as TextPart[]
}

function isPart(part: unknown): part is TextPart {
  if (typeof part === 'string') return true
  if (!isFields(part)) return false
  const { mention, emoji } = part
  if (typeof mention === 'string') return true
  return (
    isFields(emoji) &&
    typeof emoji['productId'] === 'string' &&
    typeof emoji['emojiId'] === 'string'
  )
}

function targetIn(command: Command): TapTarget {
  const label = command.text('label')
  if (label !== undefined) return label
  const area = command.whole('area', 0)
  const of = command.word('of', ['richMenu', 'message'])
  if (area !== undefined) return { area, ...(of && { in: of }) }
  return actionIn(command)
}
