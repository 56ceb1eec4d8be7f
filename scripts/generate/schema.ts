/** spec → JSON Schema. Scalar unions become one keyword, annotations of our own keep their names. */
import {
  type CompletedConfig,
  createFormatter,
  createParser,
  createProgram,
  DEFAULT_CONFIG,
  SchemaGenerator,
} from 'ts-json-schema-generator'

export interface Definition {
  [keyword: string]: unknown
  $ref?: string
  type?: string
  const?: unknown
  enum?: unknown[]
  pattern?: string
  permitted?: string
  anyOf?: Definition[]
  oneOf?: Definition[]
  allOf?: Definition[]
  if?: Definition
  then?: Definition
  else?: Definition
  required?: string[]
  properties?: Record<string, Definition>
  items?: Definition
  additionalProperties?: boolean | Definition
  description?: string
  deprecated?: unknown
  see?: string
  rule?: string
  listRule?: string
  ruleAfterParts?: string
  place?: string
  nullAsAbsent?: boolean
  numericId?: boolean
  closed?: boolean
  request?: boolean
}

export type Definitions = Record<string, Definition>

const ownTags = [
  'minUtf16',
  'maxUtf16',
  'warnUtf16',
  'maxGraphemes',
  'url',
  'permitted',
  'see',
  'rule',
  'listRule',
  'ruleAfterParts',
  'place',
  'nullAsAbsent',
  'numericId',
  'closed',
  'request',
] as const

export const refName = (ref: string) => ref.replace('#/definitions/', '')

/** The definitions of values that are validated, as the generator reads them from the interfaces. */
export const readSpec = (tsconfig: string): Definitions => readerOf(tsconfig)('SpecRoot')

/** The definitions of values that are validated, and those of requests and queries of the API. */
export function readSpecs(tsconfig: string): { spec: Definitions; api: Definitions } {
  const read = readerOf(tsconfig)
  return { spec: read('SpecRoot'), api: read('ApiRoot') }
}

function readerOf(tsconfig: string): (root: string) => Definitions {
  const config: CompletedConfig = {
    ...DEFAULT_CONFIG,
    path: 'src/spec/root.ts',
    tsconfig,
    discriminatorType: 'open-api',
    jsDoc: 'extended',
    extraTags: [...ownTags],
    skipTypeCheck: true,
    encodeRefs: false,
    sortProps: false,
  }
  const program = createProgram(config)
  return (type) => {
    const own = { ...config, type }
    // A parser remembers the types of one root.
    const generator = new SchemaGenerator(
      program,
      createParser(program, own),
      createFormatter(own),
      own,
    )
    return generator.createSchema(type).definitions as Definitions
  }
}

/** The part of the definitions that values of the core consist of, or bodies of requests. */
export function partOf(all: Definitions, kind: 'messages' | 'requests'): Definitions {
  const properties = Object.fromEntries(
    Object.entries(all['SpecRoot']!.properties!).filter(
      ([, { request }]) => (request !== undefined) === (kind === 'requests'),
    ),
  )
  const reached = definitionsIn(Object.values(properties), all)
  return {
    SpecRoot: { ...all['SpecRoot'], properties },
    ...Object.fromEntries(Object.entries(all).filter(([name]) => reached.has(name))),
  }
}

/** The names of definitions that a value of the schema refers to, directly or not. */
export function definitionsIn(
  schema: unknown,
  all: Definitions,
  found = new Set<string>(),
): Set<string> {
  if (typeof schema !== 'object' || schema === null) return found
  for (const [key, part] of Object.entries(schema))
    if (key !== '$ref' || typeof part !== 'string') definitionsIn(part, all, found)
    else if (!found.has(refName(part))) {
      found.add(refName(part))
      definitionsIn(all[refName(part)], all, found)
    }
  return found
}

/** A value that is one of some words or fits one of some patterns, as one flat list. */
export interface Words {
  words: string[]
  patterns: string[]
  permitted: string[]
}

/** The flat list behind a scalar definition, or undefined for anything else. */
export function wordsOf(definition: Definition, all: Definitions): Words | undefined {
  if (definition.$ref) return wordsOf(all[refName(definition.$ref)]!, all)
  if (definition.anyOf) {
    const parts = definition.anyOf.map((part) => wordsOf(part, all))
    if (parts.some((part) => !part)) return undefined
    return {
      words: parts.flatMap((part) => part!.words),
      patterns: parts.flatMap((part) => part!.patterns),
      permitted: parts.flatMap((part) => part!.permitted),
    }
  }
  if (definition.type !== 'string') return undefined
  if (definition.enum) return { words: definition.enum as string[], patterns: [], permitted: [] }
  if (definition.const !== undefined)
    return { words: [definition.const as string], patterns: [], permitted: [] }
  if (definition.pattern)
    return {
      words: [],
      patterns: [definition.pattern],
      permitted: [definition.permitted ?? definition.pattern],
    }
  return undefined
}
