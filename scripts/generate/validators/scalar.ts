/** The checks of scalars, by the functions of `src/validation/rules/scalars.ts`. */
import { type AnySchemaObject, type Code, type KeywordCxt, _, type Name, stringify } from 'ajv'
import type { Words } from '../schema.ts'
import { ruleNamed } from './names.ts'

/** The one check for all scalars with the same schema. */
export const sharedScalar = (cxt: KeywordCxt, schema: AnySchemaObject): Name =>
  shared(cxt, schema, scalar(schema))

/** The one check for all properties with the same schema. */
export const shared = (cxt: KeywordCxt, schema: AnySchemaObject, code: Code): Name =>
  cxt.gen.scopeValue('func', { ref: {}, key: JSON.stringify(schema), code })

/** What is not said in the spec, at the end of a list of arguments. */
const NONE = _`void 0`

/** A call that bundlers leave out if its result is not used. */
function made(name: string, ...args: (Code | undefined)[]): Code {
  while (args.length > 0 && args.at(-1) === undefined) args.pop()
  const list = args.reduce<Code | undefined>(
    (all, arg) => (all ? _`${all}, ${arg ?? NONE}` : (arg ?? NONE)),
    undefined,
  )
  return _`/* @__PURE__ */ ${ruleNamed(name)}(${list ?? _``})`
}

function scalar(schema: AnySchemaObject): Code {
  const { numericId, ...plain } = schema
  if (numericId) return made('idText', scalar(plain))
  const limit = (keyword: string): Code | undefined => {
    const value = schema[keyword] as number | undefined
    return value === undefined ? undefined : _`${value}`
  }
  const type = schema['type'] as string
  const ifNull = schema['nullAsAbsent'] ? _`"null"` : undefined
  if (type === 'boolean') return ruleNamed('flag')
  if (type !== 'string') return made('number', _`${type}`, limit('minimum'), limit('maximum'))
  if (schema['const']) return made('only', _`${schema['const'] as string}`)
  if (schema['url']) return made('url', _`${schema['url'] as string}`, ifNull)
  const bounds = ['minUtf16', 'maxUtf16', 'warnUtf16', 'maxGraphemes'].map(limit)
  if (!schema['words']) return made('text', ...bounds, ifNull)
  const words = oneOf(schema['words'] as Words, ifNull)
  return bounds.every((bound) => bound === undefined)
    ? words
    : made('both', made('text', ...bounds), words)
}

function oneOf({ words, patterns, permitted }: Words, ifNull: Code | undefined): Code {
  // One text, because the core counts its bytes; no word holds a space.
  const list = _`${ranges(words).join(' ')}`
  if (patterns.length === 0) return made('words', list, undefined, undefined, ifNull)
  return made('words', list, _`${patterns.join('|')}`, stringify(permitted), ifNull)
}

/** Words that differ in two digits only, as `jp_01-47` for 47 words. */
function ranges(words: readonly string[]): string[] {
  const found: { stem: string; first: number; last: number }[] = []
  for (const word of words) {
    const [, stem = word, digits] = /^(.*\D)(\d\d)$/.exec(word) ?? []
    const number = digits === undefined ? NaN : Number(digits)
    const range = found.at(-1)
    if (range?.stem === stem && range.last + 1 === number) range.last = number
    else found.push({ stem, first: number, last: number })
  }
  const twoDigits = (number: number) => String(number).padStart(2, '0')
  return found.map(({ stem, first, last }) =>
    Number.isNaN(first)
      ? stem
      : stem + twoDigits(first) + (last > first ? `-${twoDigits(last)}` : ''),
  )
}
