/** Definitions → a module of validators that imports nothing (ajv's standalone code). */
import {
  Ajv,
  type AnySchemaObject,
  type CodeKeywordDefinition,
  type KeywordCxt,
  _,
  type Code,
  Name,
  stringify,
} from 'ajv'
import standalone from 'ajv/dist/standalone/index.js'
import { usePattern, validateArray } from 'ajv/dist/vocabularies/code.js'
import { limits } from '../../src/spec/limits.ts'
import { otherExtension, plainMediaUrl, type UrlKind } from '../../src/validation/url-kinds.ts'
import { type Definition, type Definitions, refName, type Words, wordsOf } from './schema.ts'
import { shake } from './shake.ts'

/** More raw errors than this are not collected: far more than are ever reported. */
const rawErrors = 2000

/** Tells `compact` below from which definition the code around it comes. */
const definitionMarker: CodeKeywordDefinition = {
  keyword: 'definition',
  schemaType: 'string',
  code: ({ gen, schema }) => gen.code(_`${`definition:${schema}`}`),
}

/** Keywords of our own. */
const keywords: CodeKeywordDefinition[] = [
  definitionMarker,
  // Annotations here: `scalar` reads them.
  ...['minUtf16', 'maxUtf16', 'warnUtf16', 'maxGraphemes', 'words', 'url'].map((keyword) => ({
    keyword,
    code: () => undefined,
  })),
  {
    // `oneOf` with a discriminator, but members are asked only what is not known already.
    keyword: 'union',
    type: 'object',
    schemaType: 'object',
    error: { message: '', params: _`{}` },
    code(cxt) {
      const { gen, data } = cxt
      gen.if(_`${data}.type === undefined`)
      for (const type of Object.keys(cxt.schema as object)) {
        gen.elseIf(_`${data}.type === ${type}`)
        cxt.subschema({ keyword: 'union', schemaProp: type }, gen.name('valid'))
      }
      gen.else()
      cxt.error()
      gen.endIf()
    },
  },
  {
    // `items` that are scalars.
    keyword: 'scalars',
    type: 'array',
    schemaType: 'object',
    code(cxt) {
      const { gen, data, it } = cxt
      const check = shared(cxt, cxt.schema as AnySchemaObject)
      gen.forRange('i', 0, _`${data}.length`, (i) =>
        gen.code(_`SCALAR(${check}, ${it.errorPath}.slice(1) + "/" + ${i}, ${data}[${i}])`),
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
      params: ({ params }) => _`{key: ${params['key']}, known: ${params['known']}}`,
    },
    code(cxt) {
      const { gen, data } = cxt
      gen.forIn('key', data, (key) => {
        cxt.setParams({ key, known: stringify(Object.keys(cxt.schema as object).join(' ')) })
        gen.if(_`${data}[${key}] === undefined`, () => gen.code(_`continue`))
        Object.keys(cxt.schema as object).forEach((name, i) => {
          const isName = _`${key} === ${name}`
          if (i === 0) gen.if(isName)
          else gen.elseIf(isName)
          const value = (cxt.schema as Record<string, AnySchemaObject>)[name]!
          if (scalarTypes.has(value['type'] as string)) {
            const check = shared(cxt, value)
            gen.code(_`SCALAR(${check}, ${key}, ${data}[${key}])`)
          } else
            cxt.subschema({ keyword: 'shape', schemaProp: name, dataProp: name }, gen.name('valid'))
        })
        gen.else()
        cxt.error()
        gen.endIf()
      })
    },
  },
]

const scalarTypes = new Set(['string', 'number', 'integer', 'boolean'])

/** The one function for all scalars with the same schema. */
const shared = (cxt: KeywordCxt, schema: AnySchemaObject): Name =>
  cxt.gen.scopeValue('func', {
    ref: {},
    key: JSON.stringify(schema),
    code: scalar(cxt, schema),
  })

/**
 * A function that checks one scalar, shared by all properties that have the same one. It only sieves;
 * `src/validation/explain.ts` decides and words the problem.
 */
function scalar(cxt: KeywordCxt, schema: AnySchemaObject): Code {
  const list = schema['words'] as Words | undefined
  if (list && isLong(list)) return _`/* @__PURE__ */ oneOf(${list.words.join(' ')})`
  const value = new Name('value')
  const lines: Code[] = []
  const check = (fails: Code, keyword: string, params: Code, stop = false) => {
    const error = _`add(errors, "/" + path, definition, ${keyword}, ${params})`
    lines.push(stop ? _`if (${fails}) return ${error};` : _`if (${fails}) errors = ${error};`)
  }
  const type = schema['type'] as string
  const limit = (keyword: string) => schema[keyword] as number | undefined
  const isNumber = type === 'integer' || type === 'number'
  const wrongType = isNumber ? _`!Number.isFinite(${value})` : _`typeof ${value} !== ${type}`
  check(wrongType, 'type', _`{ type: ${type} }`, true)
  if (type === 'integer') check(_`${value} % 1 !== 0`, 'type', _`{ type: ${type} }`)
  const bounds: [keyword: string, fails: (limit: number) => Code][] = [
    ['minimum', (limit) => _`${value} < ${limit}`],
    ['maximum', (limit) => _`${value} > ${limit}`],
    ['minUtf16', (limit) => _`${value}.length < ${limit}`],
    ['maxUtf16', (limit) => _`${value}.length > ${limit}`],
    // Beyond the limit, one problem is enough.
    [
      'warnUtf16',
      (limit) =>
        _`${value}.length > ${limit} && ${value}.length <= ${schema['maxUtf16'] as number}`,
    ],
    ['maxGraphemes', (limit) => _`${value}.length > ${limit}`],
  ]
  for (const [keyword, fails] of bounds)
    if (limit(keyword) !== undefined)
      check(fails(limit(keyword)!), keyword, _`{ limit: ${limit(keyword)} }`)
  if (schema['const'] !== undefined)
    check(
      _`${value} !== ${schema['const'] as string}`,
      'const',
      _`{ allowedValue: ${schema['const'] as string} }`,
    )
  if (schema['words']) {
    const { words, patterns, permitted } = schema['words'] as Words
    const fits = [
      ...words.map((word) => _`${value} === ${word}`),
      ...patterns.map((pattern) => _`${usePattern(cxt, pattern)}.test(${value})`),
    ].reduce((a, b) => _`${a} || ${b}`)
    // One text, because the core counts its bytes; no word holds a space.
    check(
      _`!(${fits})`,
      'words',
      stringify({ words: words.join(' '), ...(permitted.length > 0 && { permitted }) }),
    )
  }
  if (schema['url']) {
    const kind = schema['url'] as UrlKind
    const plain = usePattern(cxt, plainMediaUrl)
    const wrong = usePattern(cxt, otherExtension(kind))
    check(
      _`${value}.length > ${limits.url.media} || !${plain}.test(${value}) || ${wrong}.test(${value})`,
      'url',
      _`{ kind: ${kind} }`,
    )
  }
  const body = lines.reduce((a, b) => _`${a}\n${b}`)
  return _`(errors, definition, path, ${value}) => { ${body} return errors; }`
}

/** Lists of words that are looked up, which is shorter; comparing with one after the other is faster, and most lists are short. */
const isLong = ({ words, patterns }: Words) => words.length > 5 && patterns.length === 0

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
    // What has to be there stands first: it is met most often, and `missing` below reads it off the list of all names.
    const required = (definition['required'] as string[] | undefined) ?? []
    const names = new Set([...required, ...Object.keys(definition.properties)])
    own['shape'] = Object.fromEntries(
      [...names].map((name) => [name, prepare(definition.properties![name]!, all)]),
    )
  } else if (typeof definition.additionalProperties === 'object')
    own['additionalProperties'] = prepare(definition.additionalProperties, all)
  if (definition.oneOf)
    own['union'] = Object.fromEntries(
      definition.oneOf.map(({ $ref }) => [
        String(all[refName($ref!)]!.properties!['type']!.const),
        { $ref },
      ]),
    )
  if (definition.items) {
    const items = prepare(definition.items, all)
    const scalars = scalarTypes.has(items['type'] as string)
    own[scalars ? 'scalars' : own['maxItems'] ? 'fewItems' : 'items'] = items
  }
  return own
}

const isScalar = (definition: Definition, all: Definitions): boolean =>
  definition.$ref
    ? isScalar(all[refName(definition.$ref)]!, all)
    : definition.type === 'string' || wordsOf(definition, all) !== undefined

/** The entry points that get a validator. */
export const validated = (all: Definitions): [name: string, definition: Definition][] =>
  Object.entries(all['SpecRoot']!.properties!)

/** Definitions that are reached only through a union, which has looked at their `type`. */
function membersOnly(all: Definitions): Set<string> {
  const members = new Set<string>()
  const direct = new Set<string>()
  const visit = (value: unknown, found: Set<string>): void => {
    if (typeof value !== 'object' || value === null) return
    for (const [key, part] of Object.entries(value))
      if (key === '$ref') found.add(refName(part as string))
      else visit(part, key === 'oneOf' ? members : found)
  }
  visit(all, direct)
  return new Set([...members].filter((name) => !direct.has(name)))
}

const withoutType = (definition: Definition): Definition => ({
  ...definition,
  required: (definition['required'] as string[]).filter((name) => name !== 'type'),
  properties: { ...definition.properties, type: {} },
})

export async function validatorModule(all: Definitions): Promise<string> {
  const ajv = new Ajv({
    allErrors: true,
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
  const chosen = membersOnly(all)
  ajv.addSchema({
    $id: id,
    definitions: Object.fromEntries(
      Object.entries(all)
        .filter(([name, definition]) => name !== 'SpecRoot' && !isScalar(definition, all))
        .map(([name, definition]) => [
          name,
          {
            definition: name,
            ...prepare(chosen.has(name) ? withoutType(definition) : definition, all),
          },
        ]),
    ),
  })
  const entries = Object.fromEntries(
    validated(all).map(([name, { $ref }]) => [name, `${id}#/definitions/${refName($ref!)}`]),
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
    /^function (validate\d+)\(data, \{instancePath="", parentData, parentDataProperty, rootData=data\}=\{\}\)\{/
  const wrapper = /^const (wrapper\d+) = \{validate: (validate\d+)\};\n/gm
  const marker = /"definition:(\w+)";?\n?/

  const wrapped = new Map([...code.matchAll(wrapper)].map(([, name, target]) => [name!, target!]))
  const functions = code
    .replace('"use strict";', '')
    // esbuild keeps calls as they are; a literal is shorter.
    .replace(/new RegExp\(("(?:[^"\\]|\\.)*"), ""\)/g, (_all, text: string) =>
      String(new RegExp(JSON.parse(text) as string)),
    )
    .replace(wrapper, '')
    .replace(/(wrapper\d+)\.validate/g, (_all, name: string) => wrapped.get(name)!)
    .split(/^(?=function validate\d+\()/m)
  // What most definitions say, shortly.
  const short: [long: RegExp, short: string][] = [
    [
      /errors = add\(errors, "", definition, "shape", \{key: (key\d+), known: ".*?"\}\)/g,
      'errors = unknown(errors, definition, $1, known)',
    ],
    [
      /add\(errors, "\/" \+ path, definition, "type", \{ type: ("\w+") \}\)/g,
      'wrong(errors, path, definition, $1)',
    ],
    [
      /errors = add\(errors, "", definition, "type", \{type: "object"\}\)/g,
      'errors = none(definition)',
    ],
    [
      /errors = add\(errors, ("\/\w+"), definition, "type", \{type: "array"\}\)/g,
      'errors = noList(errors, $1, definition)',
    ],
    [
      /errors = add\(errors, ("\/\w+"), definition, "(max|min)Items", \{limit: (\d+)\}\)/g,
      'errors = $2Items(errors, $1, definition, $3)',
    ],
    [
      /add\(errors, "\/" \+ path, definition, ("\w+"), \{ limit: (\d+) \}\)/g,
      'beyond(errors, path, definition, $1, $2)',
    ],
    [/data && typeof data == "object" && !Array\.isArray\(data\)/g, 'isObject(data)'],
  ]
  const shorter = (text: string) => short.reduce((all, [long, to]) => all.replace(long, to), text)
  const required =
    /(?:if\(data\.\w+ === undefined\)\{\nerrors = add\(errors, "", definition, "required", \{missingProperty: "\w+"\}\);\n\}\n)+/
  /** One condition for all that has to be there. */
  const together = (text: string) =>
    text.replace(required, (checks) => {
      const names = [...checks.matchAll(/missingProperty: "(\w+)"/g)].map(([, name]) => name!)
      const absent = names.map((name) => `data.${name} === undefined`).join(' || ')
      // Of unions, only their `type` is known here.
      const list = text.includes('known: ') ? 'known' : JSON.stringify(names.join(' '))
      return `if(${absent}) errors = missing(errors, definition, data, ${list}, ${String(names.length)});\n`
    })
  const result = functions
    .map((text) => {
      const definition = marker.exec(text)?.[1] ?? ''
      const known = /known: (".*?")/.exec(text)?.[1]
      return text
        .replace(marker, '')
        .replace(
          signature,
          definition
            ? `function $1(data) {\nconst definition = "${definition}"${known ? `, known = ${known}` : ''};`
            : 'function $1(data) {',
        )
        .replace(/let vErrors = null;\nlet errors = 0;/, 'let errors = null;')
        .replace(/(validate\d+)\.errors = vErrors;\nreturn errors === 0;/, 'return errors;')
        .replace(
          /^SCALAR\((func\d+), (.+), (\w+\[\w+\])\);?$/gm,
          'errors = $1(errors, definition, $2, $3);',
        )
        .replace(/^errors = vErrors\.length;\n/gm, '')
        .replace(
          error,
          (_all, _name, path: string | undefined, keyword, params) =>
            `errors = add(errors, ${path ?? '""'}, definition, ${keyword}, ${params});`,
        )
        .replace(call, (_all, name, data, path: string | undefined) =>
          // Of a list, the path is made for an item that is wrong only.
          path?.includes('+')
            ? `{\nconst found = ${name}(${data});\nif(found !== null) errors = append(errors, found, ${path});`
            : `{\nerrors = append(errors, ${name}(${data}), ${path ?? '""'});`,
        )
    })
    .map(together)
    .map(shorter)
    .join('')
  if (/vErrors|schemaPath:|instancePath|wrapper/.test(result))
    throw new Error('ajv no longer writes its code as expected: see compact()')
  return `${result}
function add(all, instancePath, definition, keyword, params) {
  const error = { instancePath, definition, keyword, params };
  if (all === null) return [error];
  if (all.length < ${rawErrors}) all.push(error);
  return all;
}
function oneOf(words) {
  const known = new Set(words.split(" "));
  return (errors, definition, path, value) => {
    if (typeof value !== "string") return wrong(errors, path, definition, "string");
    return known.has(value) ? errors : add(errors, "/" + path, definition, "words", { words });
  };
}
function missing(all, definition, data, known, count) {
  for (const missingProperty of known.split(" ", count))
    if (data[missingProperty] === undefined)
      all = add(all, "", definition, "required", { missingProperty });
  return all;
}
function unknown(all, definition, key, known) {
  return add(all, "", definition, "shape", { key, known });
}
function none(definition) {
  return add(null, "", definition, "type", { type: "object" });
}
function noList(all, path, definition) {
  return add(all, path, definition, "type", { type: "array" });
}
function maxItems(all, path, definition, limit) {
  return add(all, path, definition, "maxItems", { limit });
}
function minItems(all, path, definition, limit) {
  return add(all, path, definition, "minItems", { limit });
}
function wrong(all, path, definition, type) {
  return add(all, "/" + path, definition, "type", { type });
}
function beyond(all, path, definition, keyword, limit) {
  return add(all, "/" + path, definition, keyword, { limit });
}
function isObject(data) {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}
function append(all, more, path) {
  if (more === null) return all;
  for (let i = 0; i < more.length; i++)
    more[i].instancePath = (path && "/") + path + more[i].instancePath;
  if (all === null) return more;
  for (let i = 0; i < more.length && all.length < ${rawErrors}; i++) all.push(more[i]);
  return all;
}
`
}
