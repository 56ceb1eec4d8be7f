/** Definitions → a module of validators (ajv's standalone code) that call the rules and import nothing else. */
import { Ajv, type AnySchemaObject } from 'ajv'
import standalone from 'ajv/dist/standalone/index.js'
import { transform } from 'esbuild'
import { type Definition, type Definitions, definitionsIn } from '../schema.ts'
import { annotations, keywords } from './keywords.ts'
import { isScalar, membersOnly, named, part } from './prepare.ts'
import { compact } from './steps.ts'

/** The entry points that get a validator. */
export const validated = (all: Definitions): [name: string, definition: Definition][] =>
  Object.entries(all['SpecRoot']!.properties!)

/** @param rules - path of the rules, from the module */
export async function validatorModule(all: Definitions, rules: string): Promise<string> {
  return `// Generated from src/spec by scripts/generate. Not written by hand.
import * as rules from '${rules}'
${await withoutUnused(compact(ajvCode(all)))}`
}

/** Definitions within Flex containers that a message has only a few of. */
const rare = [
  'AltUri',
  'ClipboardAction',
  'DatetimePickerAction',
  'FlexAltContent',
  'FlexBlockStyle',
  'FlexBubble',
  'FlexBubbleStyles',
  'FlexCarousel',
  'FlexContainer',
  'FlexFiller',
  'FlexHero',
  'FlexLinearGradient',
  'FlexVideo',
]

/** Marks parts that are the same in several objects: they get one function. */
function shareParts(parts: readonly AnySchemaObject[]): void {
  const texts = parts.map((part) => JSON.stringify(part))
  parts.forEach((part, i) => {
    if (part['value'] && texts.indexOf(texts[i]!) !== texts.lastIndexOf(texts[i]!))
      part['isShared'] = true
  })
}

/** The validators as ajv writes them. */
export function ajvCode(all: Definitions): string {
  const ajv = new Ajv({
    allErrors: true,
    inlineRefs: false,
    messages: false,
    strict: true,
    unicodeRegExp: false,
    code: { source: true, esm: true, lines: true, optimize: 3 },
  })
  ajv.addVocabulary(annotations)
  for (const keyword of keywords) ajv.addKeyword(keyword)

  const id = 'spec'
  const members = membersOnly(all)
  // A message has one of all others, and hundreds of these.
  const frequent = definitionsIn(all['FlexContainer'], all)
  for (const name of ['Message', 'QuickReplyAction']) frequent.add(name)
  for (const name of rare) frequent.delete(name)
  const definitions = Object.entries(all)
    .filter(([name, definition]) => name !== 'SpecRoot' && !isScalar(definition, all))
    .filter(([, { $ref, items }]) => $ref === undefined && items === undefined)
    .map(
      ([name, definition]) =>
        [name, named(name, definition, all, members.has(name), frequent.has(name))] as const,
    )
  shareParts(
    definitions.flatMap(([, { shape = {} }]) =>
      Object.values(shape as Record<string, AnySchemaObject>),
    ),
  )
  const entries = validated(all).map(([name, definition]) => [name, part(definition, all)] as const)
  ajv.addSchema({
    $id: id,
    definitions: Object.fromEntries(definitions),
    entries: Object.fromEntries(entries),
  })
  return standalone.default(
    ajv,
    Object.fromEntries(validated(all).map(([name]) => [name, `${id}#/entries/${name}`])),
  )
}

/** Leaves out what ajv wrote but nothing uses: its schemas. */
const withoutUnused = async (code: string) =>
  (await transform(code, { treeShaking: true, format: 'esm', target: 'es2022' })).code
