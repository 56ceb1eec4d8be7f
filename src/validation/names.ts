/** The names of definitions and values in reports. */
export { closest, counted, either } from '../common/words.js'

const special: Record<string, string> = {
  TextMessageV2: 'text message of version 2',
  FlexBoxContent: 'Flex component',
  FlexHero: 'hero',
}

/** `a buttons template`, `a Flex text`, `a URI action`. */
export function called(definition: string): string {
  const name = Object.hasOwn(special, definition)
    ? special[definition]!
    : definition
        .replace(/^(?:Create|Update)|(?:Create)?Request$/g, '')
        .replace(/([a-z])([A-Z])/g, '$1 $2')
        .toLowerCase()
        .replace(/^flex/, 'Flex')
        .replace(/^uri /, 'URI ')
  return `${/^[aeio]/i.test(name) ? 'an' : 'a'} ${name}`
}

/** A value as it is quoted in a report: short, on one line. */
export function quoted(value: unknown): string {
  if (typeof value === 'string') {
    const short = value.length > 60 ? `${value.slice(0, 57)}…` : value
    // Half of a surrogate pair may be left at the cut.
    return JSON.stringify(short).replace(/\\ud[89ab][0-9a-f]{2}…/i, '…')
  }
  if (typeof value === 'number' || typeof value === 'boolean' || value === null)
    return String(value)
  return typeNamed(value)
}

/** The JSON type of a value. */
export function typeNamed(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'an array'
  if (value instanceof Date) return 'a Date'
  if (typeof value === 'object') return 'an object'
  if (typeof value === 'number') return Number.isFinite(value) ? 'a number' : String(value)
  if (typeof value === 'undefined') return 'undefined'
  return `a ${typeof value}`
}
