/** Nothing in the spec is left untried: each code, each limit, each word and form has a case that breaks it. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  type Definition,
  type Definitions,
  readSpec,
  refName,
  wordsOf,
} from '../../scripts/generate/schema.ts'
import { namesIn } from '../../scripts/generate/validators/prepare.ts'
import { labelLimits } from '../../src/spec/label-limits.ts'
import { problemCodes } from '../../src/validation/codes.ts'
import * as rules from '../../src/validation/rules/index.ts'
import * as scalars from '../../src/validation/rules/scalars.ts'
import * as tables from '../../src/validation/rules/table.ts'
import { corpus } from '../fixtures/messages/index.ts'
import { values } from '../fixtures/messages/any-json.ts'
import { structureCodes } from '../fixtures/messages/structure.tsx'
import { validateAny } from '../support/validate-any.ts'

const cases = Object.values(corpus).flat()

describe('codes', () => {
  const raised = new Set([
    ...cases.flatMap(({ problems }) => problems.map(({ code }) => code)),
    ...values().flatMap(({ codes }) => codes),
    ...structureCodes(),
  ])
  it.each(Object.keys(problemCodes))('%s is raised by a case', (code) => {
    expect(raised).toContain(code)
  })
})

/** What the spec asks of a property: `TextMessage.text maxUtf16`. */
interface Ask {
  definition: string
  property: string
  keyword: string
  /** Pages of the reference one of which is in the problem: an invalid object is one of its own kind's. */
  pages: (string | undefined)[]
}

const scalarKeywords = [
  'minUtf16',
  'maxUtf16',
  'warnUtf16',
  'maxGraphemes',
  'minimum',
  'maximum',
  'minItems',
  'maxItems',
]

function asks(all: Definitions): Ask[] {
  const target = (definition: Definition): Definition =>
    definition.$ref ? target(all[refName(definition.$ref)]!) : definition
  return Object.entries(all)
    .filter(([name]) => name !== 'SpecRoot')
    .flatMap(([definition, { properties = {}, required, see }]) => [
      ...(required ?? []).map((property) => ({
        definition,
        property,
        keyword: 'required',
        pages: [see],
      })),
      ...Object.entries(properties).flatMap(([property, given]) => {
        const own = target(given)
        const keywords = scalarKeywords.filter(
          (keyword) => given[keyword] !== undefined || own[keyword] !== undefined,
        )
        const words = wordsOf(given, all) !== undefined && own.const === undefined ? ['words'] : []
        const url = own['url'] !== undefined ? ['url'] : []
        // A bound that nothing reaches without breaking another is said by that other.
        return [...keywords, ...words, ...url, 'type'].map((keyword) => ({
          definition,
          property,
          keyword,
          pages: [see, own.see],
        }))
      }),
    ])
}

/** What is broken somewhere in the corpus, by the last part of the path and by the page of the reference. */
const broken = cases.flatMap(({ as = 'message', options, value }) =>
  validateAny(value, { as, ...options }),
)

const codesOf: Record<string, readonly string[]> = {
  required: ['required'],
  minUtf16: ['empty'],
  maxUtf16: ['too_long'],
  warnUtf16: ['too_long'],
  maxGraphemes: ['too_long'],
  minimum: ['too_small'],
  maximum: ['too_large'],
  minItems: ['empty', 'too_few'],
  maxItems: ['too_many'],
  words: ['not_permitted', 'bad_format'],
  url: ['bad_scheme'],
  type: ['wrong_type', 'not_permitted', 'unknown_type'],
}

describe('the spec', () => {
  const all = readSpec('tsconfig.json')
  const found = new Set(
    broken.map(
      ({ docs, path, code }) =>
        `${docs ?? ''} ${/(\w+)(?:\[\d+\])?$/.exec(path)?.[1] ?? ''} ${code}`,
    ),
  )
  const untried = asks(all).filter(
    ({ property, keyword, pages }) =>
      !pages.some((page) =>
        codesOf[keyword]!.some((code) => found.has(`${page ?? ''} ${property} ${code}`)),
      ),
  )
  // A union's member is known by its `type`; without it, the problem is one of the union.
  const tag = /\.type (required|type)$/

  it('has no requirement that no case breaks', () => {
    const names = untried
      .map(({ definition, property, keyword }) => `${definition}.${property} ${keyword}`)
      .filter((name) => !tag.test(name))
    expect(names).toEqual([])
  })
})

describe('rules', () => {
  const all = readSpec('tsconfig.json')
  const withTags = Object.values(all).flatMap((definition) => [
    definition,
    ...Object.values(definition.properties ?? {}),
  ])
  const tagged = withTags.flatMap(({ rule, listRule, ruleAfterParts }) =>
    [rule, listRule, ruleAfterParts].flatMap(namesIn),
  )

  it('are all named in the spec, and all names are of rules', () => {
    const known = Object.keys(rules).filter((name) => !(name in scalars) && !(name in tables))
    expect([...new Set(tagged)].sort()).toEqual(known.sort())
  })

  it('know where each action is, as labels depend on it', () => {
    const isAction = ({ $ref, items }: Definition): boolean =>
      items ? isAction(items) : /(?:Action|ImagemapExternalLink)$/.test($ref ?? '')
    const places = withTags.filter(isAction).map(({ place }) => place)
    expect(places).not.toContain(undefined)
    expect([...new Set(places)].sort()).toEqual(Object.keys(labelLimits).sort())
  })
})

describe.each([
  ['values of the core', 'generated', '../rules/index.js'],
  ['requests', 'requests/generated', '../../rules/index.js'],
])('the generated validators of %s', (_what, folder, rulesModule) => {
  const code = readFileSync(
    new URL(`../../src/validation/${folder}/validators.js`, import.meta.url),
    'utf8',
  )
  it('import the rules and nothing else', () => {
    expect(code).not.toMatch(/\brequire\s*\(/)
    expect(code.match(/^\s*import\b.*/gm)).toEqual([`import * as rules from '${rulesModule}'`])
    expect(code).not.toMatch(/\bimport\s*\(/)
  })

  it('run where code cannot be made of text', () => {
    expect(code).not.toMatch(/\bnew Function\b|\beval\s*\(/)
  })
})
