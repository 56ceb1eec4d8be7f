/** Definitions → what reports, docs and builders need to know of them at run time. */
import {
  docsBase,
  docsPage,
  inPascalCase,
  memberName,
  usualPage,
} from '../../src/validation/definition-names.ts'
import { numbersOf } from './limit-tags.ts'
import { type Definition, type Definitions, refName } from './schema.ts'

/** Every number and pattern in a tag of the spec as a constant, so that bundlers keep only those that are used. */
export function numbersModule(all: Definitions): string {
  const patterns = Object.entries(all).flatMap(([name, { pattern }]) =>
    pattern === undefined ? [] : [[`${name}_pattern`, pattern]],
  )
  const lines = [...Object.entries(numbersOf(all)), ...patterns].map(
    ([name, value]) => `export const ${name} = ${JSON.stringify(value)}`,
  )
  return `// Generated from the tags of src/spec by scripts/generate. Not written by hand.

${lines.join('\n')}
`
}

/** Where LINE's reference describes definitions, and the members of unions, as texts: the core counts its bytes. */
/** @param definitions - path of the module with their types, from the module */
export function metaModule(all: Definitions, definitions: string): string {
  const pages: Record<string, string[]> = {}
  const unions: Record<string, string> = {}
  for (const [name, definition] of Object.entries(all)) {
    if (name === 'SpecRoot') continue
    const page = definition.see?.replace(docsBase, '').replace(docsPage, '')
    // Problems of texts and numbers have the docs of the object around them.
    const isObject = definition.properties ?? definition.oneOf
    if (isObject && page === undefined) throw new Error(`${name} in src/spec has no @see`)
    if (page !== undefined && page !== usualPage(name)) (pages[page] ??= []).push(name)
    if (definition.oneOf) unions[name] = unionText(definition.oneOf, all)
  }
  const others = Object.keys(all)
  const joined = Object.entries(pages).map(
    ([page, names]) => [page, namesPattern(names, others)] as const,
  )
  return `// Generated from src/spec by scripts/generate. Not written by hand.
import type { Meta } from '${definitions}'

export const meta: Meta = ${JSON.stringify({ pages: Object.fromEntries(joined), unions }, null, 2)}
`
}

/** The shortest pattern of some names, in which `.*Reward` is each name that ends so. */
function namesPattern(names: readonly string[], all: readonly string[]): string {
  const rest = new Set(names)
  const patterns: string[] = []
  while (rest.size > 0) {
    const candidates = [...rest].flatMap((name) => [name, ...partsOf(name)])
    const saved = (pattern: string) => {
      const matches = all.filter((name) => new RegExp(`^${pattern}$`).test(name))
      const isOwn = matches.every((name) => names.includes(name))
      return isOwn ? matches.filter((name) => rest.has(name)).join(' ').length - pattern.length : -1
    }
    const best = candidates.reduce((one, other) => (saved(other) > saved(one) ? other : one))
    patterns.push(best)
    for (const name of rest) if (new RegExp(`^${best}$`).test(name)) rest.delete(name)
  }
  return patterns.join('|')
}

/** `RichMenuBatch.*` and `.*Operation`. */
function partsOf(name: string): string[] {
  const words = name.match(/[A-Z][^A-Z]*/g) ?? []
  return words
    .slice(1)
    .flatMap((_, i) => [`${words.slice(0, i + 1).join('')}.*`, `.*${words.slice(i + 1).join('')}`])
}

/** `*Action postback uri datetimepicker:DatetimePickerAction`. */
function unionText(members: readonly Definition[], all: Definitions): string {
  const names = members.map(({ $ref }) => refName($ref!))
  const types = names.map((name) => String(all[name]!.properties!['type']!.const))
  const forms = names.map((name, i) => name.replace(inPascalCase(types[i]!), '*'))
  const form = forms.reduce((best, next) => (count(forms, next) > count(forms, best) ? next : best))
  const texts = types.map((type, i) =>
    memberName(form, type) === names[i] ? type : `${type}:${names[i]!}`,
  )
  return [form, ...texts].join(' ')
}

const count = (forms: readonly string[], form: string) =>
  forms.filter((other) => other === form).length
