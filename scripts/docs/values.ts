/** Definitions of the spec as short Markdown: what a value is, and how much of it there may be. */
import { limits } from '../../src/spec/limits.ts'
import { type UrlKind, urlKinds } from '../../src/validation/url-kinds.ts'
import { type Definition, type Definitions, refName, wordsOf } from '../generate/schema.ts'

export const counted = (count: number) => count.toLocaleString('en')

/** The definition that a reference names, with the docs beside the reference. */
export function resolved(definition: Definition, all: Definitions): Definition {
  if (!definition.$ref) return definition
  const { $ref, ...beside } = definition
  return { ...resolved(all[refName($ref)]!, all), ...beside }
}

/** Describes a value: `one of a, b`, `a whole number`. `link` names the components that become a definition. */
export function typeOf(
  definition: Definition,
  all: Definitions,
  link: (name: string) => string | undefined,
): string {
  const linked = definition.$ref && link(refName(definition.$ref))
  if (linked) return linked
  const words = wordsOf(definition, all)
  if (words && words.words.length + words.permitted.length > 0)
    return [...words.words.map((word) => `\`${word}\``), ...words.permitted].join(', ')
  const real = resolved(definition, all)
  if (real.oneOf) return real.oneOf.map((part) => typeOf(part, all, link)).join(', ')
  switch (real.type) {
    case 'array':
      return `list of ${typeOf(real.items!, all, link)}`
    case 'object':
      return objectOf(real, all, link)
    case 'integer':
      return 'whole number'
    case 'boolean':
      return '`true`, `false`'
    case 'string':
      return real['url'] === undefined ? 'text' : 'address'
    default:
      return String(real.type)
  }
}

function objectOf(
  { properties = {}, additionalProperties }: Definition,
  all: Definitions,
  link: (name: string) => string | undefined,
): string {
  if (typeof additionalProperties === 'object') return 'object'
  const names = new Map<string, string[]>()
  for (const [name, part] of Object.entries(properties)) {
    const limit = limitOf(part, all)
    const what = `${typeOf(part, all, link)}${limit && ` (${limit})`}`
    names.set(what, [...(names.get(what) ?? []), `\`${name}\``])
  }
  return `object of ${[...names].map(([what, alike]) => `${alike.join(', ')}: ${what}`).join('; ')}`
}

/** How much there may be of a value, with the unit; empty if there is no limit. */
export function limitOf(definition: Definition, all: Definitions): string {
  const real = resolved(definition, all) as Record<string, unknown> & Definition
  const number = (keyword: string) => real[keyword] as number | undefined
  const range = (min: number | undefined, max: number | undefined, unit: string) => {
    if (max === undefined && min === 1 && unit !== '') return ['not empty']
    if (max === undefined) return min === undefined ? [] : [`at least ${counted(min)}${unit}`]
    if (min === max) return [`${counted(max)}${unit}`]
    return [
      min === undefined
        ? `at most ${counted(max)}${unit}`
        : `${counted(min)}–${counted(max)}${unit}`,
    ]
  }
  const parts = [
    ...range(number('minItems'), number('maxItems'), ' items'),
    ...range(number('minimum'), number('maximum'), ''),
  ]
  if (number('maxGraphemes') !== undefined)
    parts.push(...range(number('minUtf16'), number('maxGraphemes'), ' characters'))
  else if (number('maxUtf16') !== undefined || real['url'] === undefined)
    parts.push(...range(number('minUtf16'), number('maxUtf16'), ' UTF-16 units'))
  if (number('warnUtf16') !== undefined)
    parts.push(`a warning over ${counted(number('warnUtf16')!)}`)
  if (real['url'] !== undefined) parts.push(urlLimit(real['url'] as UrlKind))
  return parts.join(', ')
}

function urlLimit(kind: UrlKind | 'link'): string {
  if (kind === ('link' as string)) return `at most ${counted(limits.url.link)} UTF-16 units`
  const { takes } = urlKinds[kind as UrlKind]
  return `https, ${takes}, at most ${counted(limits.url.media)} UTF-16 units`
}
