/** Definitions → a module of validators that imports nothing (ajv's standalone code). */
import {
  Ajv,
  type AnySchemaObject,
  type CodeKeywordDefinition,
  type KeywordCxt,
  _,
  nil,
  stringify,
} from 'ajv'
import standalone from 'ajv/dist/standalone/index.js'
import { usePattern, validateArray } from 'ajv/dist/vocabularies/code.js'
import { transform } from 'esbuild'
import { limits } from '../../src/spec/limits.ts'
import { endsIn, plainMediaUrl, type UrlKind, urlKinds } from '../../src/validation/url-kinds.ts'
import { type Definition, type Definitions, refName, type Words, wordsOf } from './schema.ts'

/** More raw errors than this are not collected: far more than are ever reported. */
const rawErrors = 2000

const params = (name: string): NonNullable<CodeKeywordDefinition['error']> => ({
  message: '',
  params: ({ schema }) => _`{${name}: ${schema as string | number}}`,
})

const length = (
  keyword: string,
  fails: (data: KeywordCxt['data'], limit: number) => ReturnType<typeof _>,
): CodeKeywordDefinition => ({
  keyword,
  type: 'string',
  schemaType: 'number',
  error: params('limit'),
  code: (cxt) => cxt.fail(fails(cxt.data, cxt.schema as number)),
})

/** Tells `compact` below from which definition the code around it comes. */
const definitionMarker: CodeKeywordDefinition = {
  keyword: 'definition',
  schemaType: 'string',
  code: ({ gen, schema }) => gen.code(_`${`definition:${schema}`}`),
}

/** Keywords of our own. Each only sieves; `src/validation/explain.ts` decides and words the problem. */
const keywords: CodeKeywordDefinition[] = [
  definitionMarker,
  length('minUtf16', (data, limit) => _`${data}.length < ${limit}`),
  length('maxUtf16', (data, limit) => _`${data}.length > ${limit}`),
  length('warnUtf16', (data, limit) => _`${data}.length > ${limit}`),
  length('maxGraphemes', (data, limit) => _`${data}.length > ${limit}`),
  {
    keyword: 'words',
    type: 'string',
    schemaType: 'object',
    error: {
      message: '',
      params: ({ schema }) =>
        _`{words: ${stringify((schema as Words).words)}, permitted: ${stringify((schema as Words).permitted)}}`,
    },
    code(cxt) {
      const { words, patterns } = cxt.schema as Words
      const isWord = words.map((word) => _`${cxt.data} === ${word}`)
      const fits = patterns.map((pattern) => _`${usePattern(cxt, pattern)}.test(${cxt.data})`)
      cxt.fail(
        _`!(${[...isWord, ...fits].reduce((a, b) => (a === nil ? b : _`${a} || ${b}`), nil)})`,
      )
    },
  },
  {
    // `items`, but an array ten times over its limit is not entered: the one problem is its length.
    keyword: 'fewItems',
    type: 'array',
    schemaType: 'object',
    code: (cxt) =>
      cxt.gen.if(
        _`${cxt.data}.length <= ${(cxt.parentSchema['maxItems'] as number) * 10}`,
        () => void validateArray(cxt),
      ),
  },
  {
    keyword: 'url',
    type: 'string',
    schemaType: 'string',
    error: params('kind'),
    code(cxt) {
      const kind = cxt.schema as UrlKind
      const plain = usePattern(cxt, plainMediaUrl)
      const wrong = usePattern(cxt, endsIn(urlKinds[kind].wrongExtensions))
      const { data } = cxt
      cxt.fail(
        _`${data}.length > ${limits.url.media} || !${plain}.test(${data}) || ${wrong}.test(${data})`,
      )
    },
  },
]

/** Own tags, with scalar definitions written in place: a call for each colour would cost more than the check. */
function prepare(definition: Definition, all: Definitions): AnySchemaObject {
  if (definition.$ref) {
    const target = all[refName(definition.$ref)]!
    return isScalar(target, all) ? prepare(target, all) : { $ref: definition.$ref }
  }
  const words = wordsOf(definition, all)
  const own: AnySchemaObject = {}
  for (const keyword of [
    'type',
    'minimum',
    'maximum',
    'minItems',
    'maxItems',
    'required',
    'discriminator',
    'minUtf16',
    'maxUtf16',
    'warnUtf16',
    'maxGraphemes',
  ] as const)
    if (definition[keyword] !== undefined) own[keyword] = definition[keyword]
  if (definition['url'] && definition['url'] !== 'link') own['url'] = definition['url']
  if (words) {
    own['type'] = 'string'
    if (definition.const !== undefined) own['const'] = definition.const
    else own['words'] = words
  }
  if (definition.properties)
    own['properties'] = Object.fromEntries(
      Object.entries(definition.properties).map(([name, property]) => [
        name,
        prepare(property, all),
      ]),
    )
  if (definition.additionalProperties !== undefined)
    own['additionalProperties'] =
      typeof definition.additionalProperties === 'object'
        ? prepare(definition.additionalProperties, all)
        : definition.additionalProperties
  if (definition.oneOf) own['oneOf'] = definition.oneOf.map((part) => ({ $ref: part.$ref }))
  if (definition.items) {
    const items = prepare(definition.items, all)
    own[own['maxItems'] ? 'fewItems' : 'items'] = items
  }
  return own
}

const isScalar = (definition: Definition, all: Definitions): boolean =>
  definition.$ref
    ? isScalar(all[refName(definition.$ref)]!, all)
    : definition.type === 'string' || wordsOf(definition, all) !== undefined

export async function validatorModule(all: Definitions): Promise<string> {
  const ajv = new Ajv({
    allErrors: true,
    discriminator: true,
    inlineRefs: false,
    messages: false,
    strict: true,
    strictTypes: false,
    strictRequired: false,
    unicodeRegExp: false,
    code: { source: true, esm: true, lines: true },
  })
  for (const keyword of keywords) ajv.addKeyword(keyword)

  const id = 'spec'
  const root = all['SpecRoot']!
  ajv.addSchema({
    $id: id,
    definitions: Object.fromEntries(
      Object.entries(all)
        .filter(([name, definition]) => name !== 'SpecRoot' && !isScalar(definition, all))
        .map(([name, definition]) => [name, { definition: name, ...prepare(definition, all) }]),
    ),
  })
  const entries = Object.fromEntries(
    Object.entries(root.properties!).map(([name, { $ref }]) => [
      name,
      `${id}#/definitions/${refName($ref!)}`,
    ]),
  )
  const code = standalone.default(ajv, entries)
  return `// Generated from src/spec by scripts/generate. Not written by hand.\n${await shake(compact(code))}`
}

/**
 * Makes the code smaller and linear. ajv writes ten lines for each error and joins lists by copying them, which is quadratic
 * in wrong items; here both are calls, an error names the definition it comes from, and lists have a bound.
 */
function compact(code: string): string {
  const error =
    /const (err\d+) = \{instancePath(?::(.+?))?,schemaPath:".*?",keyword:("\w+"),params:(.*)\};\nif\(vErrors === null\)\{\nvErrors = \[\1\];\n\}\nelse \{\nvErrors\.push\(\1\);\n\}\nerrors\+\+;/g
  const join = /vErrors = vErrors === null \? ([\w.]+)\.errors : vErrors\.concat\(\1\.errors\);/g
  const marker = /"definition:(\w+)";?\n?/
  const functions = code.replace('"use strict";', '').split(/^(?=function validate\d+\()/m)
  const result = functions
    .map((text) => {
      const definition = marker.exec(text)?.[1] ?? ''
      return text
        .replace(marker, '')
        .replace(
          error,
          (_all, _name, path, keyword, params) =>
            `vErrors = add(vErrors, ${path ?? 'instancePath'}, "${definition}", ${keyword}, ${params}); errors++;`,
        )
        .replace(join, 'vErrors = append(vErrors, $1.errors);')
    })
    .join('')
  if (/vErrors\.(push|concat)|schemaPath:/.test(result))
    throw new Error('ajv no longer writes errors as expected: see compact()')
  return `${result}
function add(all, instancePath, definition, keyword, params) {
  const error = { instancePath, definition, keyword, params };
  if (all === null) return [error];
  if (all.length < ${rawErrors}) all.push(error);
  return all;
}
function append(all, more) {
  if (all === null) return more;
  for (let i = 0; i < more.length && all.length < ${rawErrors}; i++) all.push(more[i]);
  return all;
}
`
}

/** Leaves out what ajv wrote but nothing uses. */
const shake = async (code: string) =>
  (await transform(code, { treeShaking: true, format: 'esm', target: 'es2022' })).code
