/** The code that checks one scalar. It only sieves: `src/validation/explain.ts` decides and words the problem. */
import { type AnySchemaObject, type Code, type KeywordCxt, _, Name, nil, stringify } from 'ajv'
import { usePattern } from 'ajv/dist/vocabularies/code.js'
import { limits } from '../../../src/spec/limits.ts'
import {
  otherExtension,
  plainLink,
  plainMediaUrl,
  type UrlKind,
} from '../../../src/validation/url-kinds.ts'
import type { Words } from '../schema.ts'
import { ctx, definition } from './names.ts'

/** The one function for all scalars with the same schema. */
export const sharedScalar = (cxt: KeywordCxt, schema: AnySchemaObject): Name =>
  cxt.gen.scopeValue('func', {
    ref: {},
    key: JSON.stringify(schema),
    code: scalar(cxt, schema),
  })

const value = new Name('value')

type Bound = [keyword: string, fails: (limit: number, schema: AnySchemaObject) => Code]

const bounds: Bound[] = [
  ['minimum', (limit) => _`${value} < ${limit}`],
  ['maximum', (limit) => _`${value} > ${limit}`],
  ['minUtf16', (limit) => _`${value}.length < ${limit}`],
  ['maxUtf16', (limit) => _`${value}.length > ${limit}`],
  // Beyond the limit, one problem is enough.
  [
    'warnUtf16',
    (limit, schema) =>
      _`${value}.length > ${limit} && ${value}.length <= ${schema['maxUtf16'] as number}`,
  ],
  ['maxGraphemes', (limit) => _`${value}.length > ${limit}`],
]

function scalar(cxt: KeywordCxt, schema: AnySchemaObject): Code {
  const key = new Name('key')
  // An item of a list is called after the list.
  const list = schema['isItem'] ? _`, ${new Name('list')}` : nil
  const fail = (keyword: Code, param: Code) =>
    _`${ctx}.fail(${keyword}, ${definition}, ${key}, ${value}, ${param}${list})`
  const type = schema['type'] as string
  const isNumber = type === 'integer' || type === 'number'
  const wrongType = isNumber ? _`!Number.isFinite(${value})` : _`typeof ${value} !== ${type}`
  const named = schema['nullAsAbsent'] ? _`${value} === null ? "null" : "type"` : _`"type"`
  let body = _`if (${wrongType}) return ${fail(named, _`${type}`)};`
  const check = (fails: Code, keyword: string, param: Code) => {
    body = _`${body}\nif (${fails}) ${fail(_`${keyword}`, param)};`
  }
  if (type === 'integer') check(_`${value} % 1 !== 0`, 'type', _`${type}`)
  for (const [keyword, fails] of bounds) {
    const limit = schema[keyword] as number | undefined
    if (limit !== undefined) check(fails(limit, schema), keyword, _`${limit}`)
  }
  const only = schema['const'] as string | undefined
  if (only !== undefined) check(_`${value} !== ${only}`, 'const', _`${only}`)
  if (schema['words']) oneOf(cxt, schema['words'] as Words, check)
  const url = schema['url'] as UrlKind | 'link' | undefined
  if (url) check(doubtful(cxt, url), 'url', _`${url}`)
  return _`(${ctx}, ${definition}, ${key}, ${value}${list}) => {\n${body}\n}`
}

/** Long lists are looked up, which is shorter; comparing with one word after the other is faster, and most lists are short. */
function oneOf(
  cxt: KeywordCxt,
  { words, patterns, permitted }: Words,
  check: (fails: Code, keyword: string, param: Code) => void,
): void {
  // One text, because the core counts its bytes; no word holds a space.
  const list = words.join(' ')
  const param = stringify({ words: list, ...(permitted.length > 0 && { permitted }) })
  if (words.length > 5 && patterns.length === 0) {
    const ref = { list }
    const all = cxt.gen.scopeValue('obj', { ref, key: list, code: _`${list}` })
    const set = cxt.gen.scopeValue('obj', {
      ref: { set: list },
      key: `set of ${list}`,
      code: _`/* @__PURE__ */ new Set(/* @__PURE__ */ ${all}.split(" "))`,
    })
    check(_`!${set}.has(${value})`, 'words', _`{ words: ${all} }`)
    return
  }
  const fits = [
    ...words.map((word) => _`${value} === ${word}`),
    ...patterns.map((pattern) => _`${usePattern(cxt, pattern)}.test(${value})`),
  ].reduce((a, b) => _`${a} || ${b}`)
  check(_`!(${fits})`, 'words', param)
}

/** True for addresses that have to be looked at closely. */
function doubtful(cxt: KeywordCxt, kind: UrlKind | 'link'): Code {
  const isPlain = (pattern: string) => _`${usePattern(cxt, pattern)}.test(${value})`
  if (kind === 'link') return _`${value}.length > ${limits.url.link} || !${isPlain(plainLink)}`
  return _`${value}.length > ${limits.url.media} || !${isPlain(plainMediaUrl)} || ${isPlain(otherExtension(kind))}`
}
