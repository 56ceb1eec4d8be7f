/** What the generated validators and the rules share while they go through one value. */
import type { ActionPlace } from '../spec/label-limits.js'
import { limits } from '../spec/limits.js'
import { explain, type Keyword } from './explain.js'
import { docsBase, docsPage } from './definition-names.js'
import { docsOf, docsOfValue, type Meta } from './definitions.js'
import type { CheckOptions } from './options.js'
import { dotted, type Segment, segments } from './path.js'
import type { Finding, Problem } from './problem.js'
import {
  isJson,
  isText,
  type Json,
  type ListRule,
  type PartRule,
  type Rule,
  type RuleContext,
} from './rules/rule.js'
import type { ScalarCheck } from './rules/scalars.js'
import type { Size } from './size.js'

/** A generated validator. It reports to the context. */
export type Validator = (value: Json, context: Context) => void

/** The validator of an entry point of the spec, which takes anything. */
export type EntryValidator = (value: unknown, context: Context) => void

interface Found {
  /** From the inside out: it grows on the way up, so that a right value costs no path. */
  place: Segment[]
  finding: Finding
  /** How often it is in the message. */
  times: number
}

const { problems: most } = limits.shape

export const andMore: Finding = {
  code: 'and_more',
  message: `there are more problems than the ${most} listed; fix these first`,
  limit: most,
}

/** A finding as a problem. */
export function problemOf(place: readonly Segment[], finding: Finding): Problem {
  const { code, severity = 'error', message, limit, actual, unit, docs } = finding
  return {
    code,
    severity,
    path: dotted(place),
    message,
    limit,
    actual,
    unit,
    component: undefined,
    source: undefined,
    docs: docs ? `${docsBase}${docs.startsWith('#') ? docsPage : ''}${docs}` : undefined,
  }
}

/** Collects problems, up to a number. */
export class Context implements RuleContext {
  readonly options: CheckOptions
  place: ActionPlace = 'anywhere'
  animated = 0
  /** How many problems there are. */
  count = 0
  readonly #name: string
  readonly #meta: Meta
  readonly #size: Size
  /** False if something may not have been looked into. */
  #isRight = true
  readonly #found: Found[] = []
  /** How many problems there were before this message. */
  #before = 0
  // What the rules look at now, of which LINE's reference is named with each problem.
  #definition = ''
  #subject: Json = {}

  /**
   * @param name - how the root is called in problems of its own
   * @param meta - of the definitions
   */
  constructor(options: CheckOptions, size: Size, name: string, meta: Meta) {
    this.options = options
    this.#size = size
    this.#name = name
    this.#meta = meta
  }

  /** Says what the next rules are about: a definition of the spec, or a union and the member of it. */
  about(definition: string, subject: Json): void {
    this.#definition = definition
    this.#subject = subject
  }

  // A property, as rules take it out of the context.
  readonly report = (property: string, finding: Finding): void => {
    this.#add(
      segments(property).reverse(),
      finding,
      docsOfValue(this.#meta, this.#definition, this.#subject),
    )
  }

  /**
   * Reports what a validator found.
   *
   * @param definition - whose requirement is not met
   * @param segment - property or index of the value; none for the value itself
   * @param list - the property around an index
   */
  fail(
    keyword: Keyword,
    definition: string,
    segment: Segment | undefined,
    value: unknown,
    param: unknown,
    list = '',
  ): void {
    this.#isRight = false
    if (this.count > most) return
    const name =
      segment === undefined
        ? this.#name
        : typeof segment === 'number'
          ? `${list}[${segment}]`
          : segment
    for (const finding of explain(
      keyword,
      definition,
      name,
      value,
      param,
      this.place,
      this.#meta,
    )) {
      const place = segment === undefined ? [] : [segment]
      if (finding.code === 'required') place.unshift(param as string)
      if (finding.code === 'unknown_type') place.unshift('type')
      this.#add(place, finding, docsOf(this.#meta, definition))
    }
  }

  /**
   * Validates a part that has a definition of its own.
   *
   * @param segment - name of the property; none of the root
   * @param definition - of the part
   * @param ifNull - what a null amounts to
   * @param owner - who has the property
   * @param rule - of the property
   */
  part(
    validator: Validator,
    value: unknown,
    segment: Segment | undefined,
    definition: string,
    ifNull: 'null' | 'type' = 'type',
    owner?: Json,
    rule?: PartRule,
    list?: string,
  ): void {
    if (!isJson(value)) {
      const keyword = value === null ? ifNull : 'type'
      this.fail(keyword, definition, segment, value, 'object', list)
      return
    }
    const start = this.count
    if (rule) {
      this.about(definition, value)
      rule(value, this, owner!)
    }
    validator(value, this)
    if (this.count !== start && segment !== undefined) this.within(segment, start)
  }

  /**
   * Validates the items of a list. Those of a list ten times over its limit are not looked at: its length is the one problem.
   *
   * @param definition - of the owner
   * @param itemDefinition - of each item
   * @param rule - for each item
   * @param listRule - for all items together
   */
  list(
    validator: Validator,
    list: unknown,
    segment: string,
    definition: string,
    least: number,
    most: number,
    itemDefinition: string,
    ifNull: 'null' | 'type' = 'type',
    owner?: Json,
    rule?: PartRule,
    listRule?: ListRule,
  ): void {
    if (!this.#isList(list, segment, definition, least, most, ifNull)) return
    const start = this.count
    if (listRule) {
      this.about(definition, owner!)
      listRule(list, this, owner!)
    }
    for (let i = 0; i < list.length; i++)
      this.part(validator, list[i], i, itemDefinition, 'type', owner, rule, segment)
    if (this.count !== start) this.within(segment, start)
  }

  /** The same of a list of texts or numbers. */
  scalars(
    check: ScalarCheck,
    list: unknown,
    segment: string,
    definition: string,
    least: number,
    most: number,
  ): void {
    if (!this.#isList(list, segment, definition, least, most, 'type')) return
    const start = this.count
    for (let i = 0; i < list.length; i++) check(this, definition, i, list[i], segment)
    if (this.count !== start) this.within(segment, start)
  }

  #isList(
    list: unknown,
    segment: string,
    definition: string,
    least: number,
    most: number,
    ifNull: 'null' | 'type',
  ): list is readonly unknown[] {
    if (!Array.isArray(list)) {
      this.fail(list === null ? ifNull : 'type', definition, segment, list, 'array')
      return false
    }
    if (list.length > most) this.fail('maxItems', definition, segment, list, most)
    if (list.length < least) this.fail('minItems', definition, segment, list, least)
    return list.length <= most * 10
  }

  /** Validates all values of an object whose names are the author's own. */
  record(
    validator: Validator,
    values: unknown,
    segment: string,
    definition: string,
    valueDefinition: string,
  ): void {
    if (!isJson(values)) {
      this.fail('type', definition, segment, values, 'object')
      return
    }
    const start = this.count
    for (const name in values)
      if (values[name] !== undefined) this.part(validator, values[name], name, valueDefinition)
    if (this.count !== start) this.within(segment, start)
  }

  /** Reports that the `type` of a value is none of a union's. */
  noMember(definition: string, value: Json): void {
    if (value['type'] === undefined) this.fail('required', definition, undefined, value, 'type')
    else this.fail('union', definition, undefined, value, undefined)
  }

  /** True if a value has a type, or none of another kind. */
  is({ type }: Json, own: string): boolean {
    return !isText(type) || type === own
  }

  /** Reports a property that is none of those with such names. */
  unknown(
    definition: string,
    name: string,
    names: string,
    keyword: 'shape' | 'closed' = 'shape',
  ): void {
    this.fail(keyword, definition, name, undefined, names)
  }

  /**
   * Reports each of some required properties that a value lacks, before the problems of its parts.
   *
   * @param start - how many problems there were before its parts
   */
  missing(definition: string, value: Json, names: readonly string[], start = this.count): void {
    const end = this.count
    for (const name of names)
      if (value[name] === undefined) this.fail('required', definition, undefined, value, name)
    this.#move(start, end)
  }

  /** True if a part surely has no more bytes of JSON than that. */
  fits(part: Json, bytes: number): boolean {
    return this.#size.fits(part, bytes, this.#isRight)
  }

  /** Adds a segment to the paths of the problems since there were so many. */
  within(segment: Segment, start: number): void {
    for (let i = start; i < this.count; i++) this.#found[i]!.place.push(segment)
  }

  /** Applies a rule that has to see the parts first. Its problems still come before theirs. */
  after(rule: Rule, definition: string, value: Json, start: number): void {
    const end = this.count
    this.about(definition, value)
    rule(value, this)
    this.#move(start, end)
  }

  /** Moves the problems since `end` before those since `start`. The one that says that there are more stays the last. */
  #move(start: number, end: number): void {
    if (this.count > end && this.count <= most)
      this.#found.splice(start, 0, ...this.#found.splice(end))
  }

  /** Begins the next of several messages. */
  nextMessage(): void {
    this.#before = this.count
  }

  problems(): Problem[] {
    return this.#found.map(({ place, finding, times }) =>
      problemOf(
        place.reverse(),
        times === 1
          ? finding
          : { ...finding, message: `${finding.message} (${times} times)`, actual: times },
      ),
    )
  }

  #add(place: Segment[], finding: Finding, docs: string | undefined): void {
    if (this.count > most) return
    const { code, message } = finding
    // A deprecation is one problem of a message, however often it appears.
    const same =
      code === 'deprecated'
        ? this.#found.slice(this.#before).find(({ finding }) => finding.message === message)
        : undefined
    if (same) {
      same.times++
      return
    }
    this.#found.push({
      place,
      finding: this.count < most ? { ...(docs && { docs }), ...finding } : andMore,
      times: 1,
    })
    this.count++
  }
}
