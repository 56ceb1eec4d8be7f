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
    // `properties` and `additionalProperties: false` in one loop over the keys that are there: Flex components have up to
    // 30 properties and use five.
    keyword: 'shape',
    type: 'object',
    schemaType: 'object',
    error: {
      message: '',
      params: ({ params }) => _`{additionalProperty: ${params['key']}}`,
    },
    code(cxt) {
      const { gen, data } = cxt
      gen.forIn('key', data, (key) => {
        cxt.setParams({ key })
        gen.if(_`${data}[${key}] === undefined`, () => gen.code(_`continue`))
        Object.keys(cxt.schema as object).forEach((name, i) => {
          const isName = _`${key} === ${name}`
          if (i === 0) gen.if(isName)
          else gen.elseIf(isName)
          cxt.subschema({ keyword: 'shape', schemaProp: name, dataProp: name }, gen.name('valid'))
        })
        gen.else()
        cxt.error()
        gen.endIf()
      })
    },
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
  if (definition.properties) {
    const properties = Object.fromEntries(
      Object.entries(definition.properties).map(([name, property]) => [
        name,
        prepare(property, all),
      ]),
    )
    own['shape'] = properties
    // Where ajv looks for the value that decides about a union's member.
    if (properties['type']?.['const'] !== undefined) {
      own['properties'] = { type: properties['type'] }
      own['shape'] = { ...properties, type: true }
    }
  } else if (typeof definition.additionalProperties === 'object')
    own['additionalProperties'] = prepare(definition.additionalProperties, all)
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
 * Makes the code smaller, faster and linear. ajv writes ten lines for each error, joins lists by copying them (quadratic in
 * wrong items), and builds the path of every value on the way down; here errors are calls, name the definition they come from,
 * have a bound, and get their path on the way up, so that a right value costs nothing but the checks.
 */
function compact(code: string): string {
  const error =
    /const (err\d+) = \{instancePath(?::instancePath\+(.+?))?,schemaPath:".*?",keyword:("\w+"),params:(.*)\};\nif\(vErrors === null\)\{\nvErrors = \[\1\];\n\}\nelse \{\nvErrors\.push\(\1\);\n\}\nerrors\+\+;/g
  const call =
    /if\(!\(([\w.]+)\(([\w.]+(?:\[[^\]]+\])?), \{instancePath(?::instancePath\+(.+?))?,parentData(?::[^,]+)?,parentDataProperty(?::[^,]+)?,rootData\}\)\)\)\{\nvErrors = vErrors === null \? \1\.errors : vErrors\.concat\(\1\.errors\);/g
  const signature =
    /^function (validate\d+)\(data, \{instancePath="", parentData, parentDataProperty, rootData=data\}=\{\}\)/
  const wrapper = /^const (wrapper\d+) = \{validate: (validate\d+)\};\n/gm
  const marker = /"definition:(\w+)";?\n?/

  const wrapped = new Map([...code.matchAll(wrapper)].map(([, name, target]) => [name!, target!]))
  const functions = code
    .replace('"use strict";', '')
    .replace(wrapper, '')
    .replace(/(wrapper\d+)\.validate/g, (_all, name: string) => wrapped.get(name)!)
    .split(/^(?=function validate\d+\()/m)
  const result = functions
    .map((text) => {
      const definition = marker.exec(text)?.[1] ?? ''
      return text
        .replace(marker, '')
        .replace(signature, 'function $1(data)')
        .replace(
          error,
          (_all, _name, path: string | undefined, keyword, params) =>
            `vErrors = add(vErrors, ${path ?? '""'}, "${definition}", ${keyword}, ${params}); errors++;`,
        )
        .replace(
          call,
          (_all, name, data, path: string | undefined) =>
            `if(!${name}(${data})){\nvErrors = append(vErrors, ${name}.errors, ${path ?? '""'});`,
        )
    })
    .join('')
  if (/vErrors\.(push|concat)|schemaPath:|instancePath|wrapper/.test(result))
    throw new Error('ajv no longer writes its code as expected: see compact()')
  return `${result}
function add(all, instancePath, definition, keyword, params) {
  const error = { instancePath, definition, keyword, params };
  if (all === null) return [error];
  if (all.length < ${rawErrors}) all.push(error);
  return all;
}
function append(all, more, path) {
  for (let i = 0; i < more.length; i++) more[i].instancePath = path + more[i].instancePath;
  if (all === null) return more;
  for (let i = 0; i < more.length && all.length < ${rawErrors}; i++) all.push(more[i]);
  return all;
}
`
}

/** Leaves out what ajv wrote but nothing uses. */
const shake = async (code: string) =>
  (await transform(code, { treeShaking: true, format: 'esm', target: 'es2022' })).code
