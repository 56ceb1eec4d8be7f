/** What the generated validators notice → findings that a reader understands. */
import { graphemes } from '../spec/counting.js'
import type { ActionPlace } from '../spec/label-limits.js'
import { isAnyType, membersOf, type Meta } from './definitions.js'
import { called, closest, counted, either, quoted } from './names.js'
import type { Finding } from './problem.js'
import { linkFindings, mediaUrlFindings } from './url.js'
import type { UrlKind } from './url-kinds.js'

/** What a generated validator checks. */
export type Keyword =
  | 'required'
  | 'type'
  | 'null'
  | 'numericId'
  | 'closed'
  | 'shape'
  | 'union'
  | 'const'
  | 'words'
  | 'minUtf16'
  | 'maxUtf16'
  | 'warnUtf16'
  | 'maxGraphemes'
  | 'minItems'
  | 'maxItems'
  | 'minimum'
  | 'maximum'
  | 'url'

/**
 * Returns the findings of a check: none, one, or several.
 *
 * @param definition - whose requirement is not met
 * @param name - how the value is called: the last part of its path
 * @param param - what is permitted: a limit, a type, a list of names or words; the name of what is missing
 * @param place - where the action around it is
 * @param meta - of the definitions
 */
export function explain(
  keyword: Keyword,
  definition: string,
  name: string,
  value: unknown,
  param: unknown,
  place: ActionPlace,
  meta: Meta,
): Finding[] {
  const limit = param as number
  switch (keyword) {
    case 'required':
      return missing(meta, definition, param as string, value)
    case 'type':
      return wrongType(name, value, param as string, definition)
    case 'null':
      return [
        {
          code: 'wrong_type',
          severity: 'warning',
          message: `${name} is null; leave it out`,
          limit: param,
          actual: 'null',
        },
      ]
    case 'numericId':
      return [
        {
          code: 'numeric_id',
          severity: 'warning',
          message: `${name} is a number; it has to be a string: '${String(value)}'`,
          limit: param,
          actual: value,
        },
      ]
    case 'closed':
    case 'shape':
      return unknownProperty(keyword, definition, name, param as string)
    case 'union':
      return wrongMember(meta, definition, value)
    case 'const':
      return [
        {
          code: 'not_permitted',
          message: `${name} is ${quoted(value)}; in ${called(definition)} it is ${quoted(param)}${around[definition] ?? ''}`,
          limit: param,
          actual: value,
        },
      ]
    case 'words':
      return wrongWord(name, value as string, param as { words: string[]; permitted?: string[] })
    case 'minUtf16':
      return [
        {
          code: 'empty',
          message: `${name} is empty; write something, or leave ${name} out where it is optional`,
          limit,
          actual: (value as string).length,
          unit: 'utf16',
        },
      ]
    case 'maxUtf16':
    case 'warnUtf16':
      return tooManyUnits(name, value as string, limit, keyword === 'warnUtf16')
    case 'maxGraphemes':
      return tooManyGraphemes(name, value as string, limit)
    case 'minItems':
    case 'maxItems':
      return wrongCount(name, (value as unknown[]).length, limit, keyword === 'minItems')
    case 'minimum':
    case 'maximum':
      return [
        {
          code: keyword === 'minimum' ? 'too_small' : 'too_large',
          message: `${name} is ${quoted(value)}; it is at ${keyword === 'minimum' ? 'least' : 'most'} ${counted(limit)}`,
          limit,
          actual: value,
        },
      ]
    case 'url':
      return param === 'link'
        ? linkFindings(value as string, lenient.has(place))
        : mediaUrlFindings(value as string, param as UrlKind)
  }
}

/** Where schemes that LINE's reference does not name are only doubtful. */
const lenient: ReadonlySet<ActionPlace> = new Set(['flex', 'flexButton', 'richMenu', 'anywhere'])

/** Where something is used without what belongs around it. */
const around: Record<string, string> = {
  QuickReplyItem: "; put the action into { type: 'action', action: … }",
  FlexBox: "; put it into { type: 'box', layout: …, contents: [ … ] }",
  bubble: "; put it into { type: 'flex', altText: …, contents: … }",
  template: "; put it into { type: 'template', altText: …, template: … }",
  box: "; put it into { type: 'bubble', body: … }",
  action: '; actions go into templates, quick replies and Flex buttons',
}

function missing(meta: Meta, definition: string, property: string, value: unknown): Finding[] {
  const types = property === 'type' ? [...membersOf(meta, definition).keys()] : []
  const isUnion = types.length > 0
  const wanted = isUnion
    ? Array.isArray((value as { messages?: unknown }).messages)
      ? '. This looks like the body of a request: give its messages'
      : `; it is one of ${either(types)}`
    : ''
  return [
    {
      code: 'required',
      message: `${property} is missing; ${called(definition)} needs it${wanted}`,
      ...(isUnion && { limit: types }),
    },
  ]
}

function wrongType(name: string, value: unknown, wanted: string, definition: string): Finding[] {
  const actual = Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value
  const words: Record<string, string> = {
    string: 'a string',
    object: 'an object',
    array: 'an array',
    boolean: 'true or false',
    integer: 'a whole number',
    number: 'a number',
  }
  return [
    {
      code: 'wrong_type',
      message: `${name || 'the value'} is ${quoted(value)}; it has to be ${words[wanted] ?? wanted}${definition === 'FlexContainer' && actual === 'array' ? `; for several bubbles use { type: 'carousel', contents: [ … ] }` : ''}`,
      limit: wanted,
      actual,
    },
  ]
}

function unknownProperty(
  keyword: Keyword,
  definition: string,
  property: string,
  names: string,
): Finding[] {
  const known = names.split(' ')
  const near = closest(property, known)
  return [
    {
      code: 'unknown_property',
      severity: keyword === 'closed' ? 'error' : 'warning',
      message: `${called(definition)} has no property ${quoted(property)}${near ? `; did you mean ${near}?` : ''}`,
      limit: known,
      actual: property,
    },
  ]
}

/** A `type` that is none of the union's: perhaps one that is used elsewhere. */
function wrongMember(meta: Meta, definition: string, value: unknown): Finding[] {
  const type = (value as { type?: unknown }).type
  const permitted = [...membersOf(meta, definition).keys()]
  if (type === 'spacer')
    return [
      {
        code: 'misplaced',
        message: 'LINE removed spacer; use paddings or margins, or an empty box',
        limit: permitted,
        actual: type,
      },
    ]
  if (isAnyType(meta, type))
    return [
      {
        code: 'misplaced',
        message: `${quoted(type)} cannot be here; permitted are ${either(permitted)}${hint(meta, definition, type as string, value)}`,
        limit: permitted,
        actual: type,
      },
    ]
  const near = typeof type === 'string' ? closest(type, permitted) : undefined
  return [
    {
      code: 'unknown_type',
      message: `type is ${quoted(type)}; permitted are ${either(permitted)}${near ? `; did you mean ${near}?` : ''}`,
      limit: permitted,
      actual: type,
    },
  ]
}

function hint(meta: Meta, definition: string, type: string, value: unknown): string {
  const isMessage = definition === 'Message'
  if (isMessage && Array.isArray((value as { contents?: unknown }).contents)) type = 'bubble'
  if (isMessage && type !== 'bubble' && membersOf(meta, 'Template').has(type)) type = 'template'
  if (isMessage && membersOf(meta, 'Action').has(type)) type = 'action'
  return isMessage || (definition === 'FlexContainer' && type === 'box') ? (around[type] ?? '') : ''
}

function wrongWord(
  name: string,
  value: string,
  { words, permitted = [] }: { words: string[]; permitted?: string[] },
): Finding[] {
  const near =
    closest(value, words) ??
    (/^-?\d+(\.\d+)?$/.test(value) && permitted.some((form) => form.includes('px'))
      ? `${value}px`
      : /^#[0-9a-f]{3}$/i.test(value) && permitted.some((form) => form.includes('colour'))
        ? value.replace(/[0-9a-f]/gi, '$&$&')
        : undefined)
  return [
    {
      code: words.length > 0 ? 'not_permitted' : 'bad_format',
      message: `${name} is ${quoted(value)}; it has to be ${either([...words, ...permitted])}${near ? `; did you mean ${quoted(near)}?` : ''}`,
      limit: [...words, ...permitted],
      actual: value,
    },
  ]
}

function tooManyUnits(name: string, value: string, limit: number, older: boolean): Finding[] {
  return [
    {
      code: 'too_long',
      severity: older ? 'warning' : 'error',
      message: `${name} has ${counted(value.length)} UTF-16 code units; ${
        older
          ? `older clients may cut it after ${counted(limit)}`
          : `at most ${counted(limit)} are permitted`
      }`,
      limit,
      actual: value.length,
      unit: 'utf16',
    },
  ]
}

/** LINE says that it counts clusters; a report from the field says code points. Beyond the first it is an error, beyond the second a warning. */
function tooManyGraphemes(name: string, value: string, limit: number): Finding[] {
  const finding = graphemeFinding(value, limit)
  return finding
    ? [
        {
          ...finding,
          message: `${name} has ${finding.found}; at most ${counted(limit)} are permitted${finding.doubt}`,
        },
      ]
    : []
}

/** What is wrong with a text that has room for so many grapheme clusters; undefined if nothing is. */
export function graphemeFinding(
  value: string,
  limit: number,
):
  | (Pick<Finding, 'code' | 'severity' | 'limit' | 'actual' | 'unit'> & {
      found: string
      doubt: string
    })
  | undefined {
  if (value.length <= limit) return undefined
  // Text that is far too long is not worth counting exactly.
  const actual = value.length > limit * 100 ? value.length : graphemes(value)
  const over = actual > limit
  return {
    code: 'too_long',
    severity: over ? 'error' : 'warning',
    limit,
    actual: over ? actual : value.length,
    unit: over ? 'graphemes' : 'utf16',
    found: over ? `${counted(actual)} characters` : `${counted(value.length)} UTF-16 code units`,
    doubt: over
      ? ''
      : ` (LINE's documents count ${counted(actual)} characters, but was seen to count otherwise)`,
  }
}

function wrongCount(name: string, actual: number, limit: number, few: boolean): Finding[] {
  const empty = few && actual === 0
  return [
    {
      code: empty ? 'empty' : few ? 'too_few' : 'too_many',
      message: empty
        ? `${name} is empty; expected at least ${counted(limit)}`
        : `${name} has ${counted(actual)} ${actual === 1 ? 'item' : 'items'}; at ${few ? 'least' : 'most'} ${counted(limit)} are ${few ? 'expected' : 'permitted'}${few && name === 'actions' ? ': for one, use <Buttons>' : ''}`,
      limit,
      actual,
      unit: 'items',
    },
  ]
}
