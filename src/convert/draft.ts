/** JSON → elements that give the JSON again, with comments for what cannot be written as elements. */
import { isObject, isRecord } from '../common/json.js'
import { setProperty } from '../jsx-runtime/set-property.js'
import { raw } from '../components/index.js'
import { Compiler } from '../jsx-runtime/compiler.js'
import { compile, type Renderable } from '../render/index.js'
import { type Problem, validate } from '../validation/index.js'
import { classify, type InputKind, isWrapped, validatedAs } from './classify.js'
import { built, canBuild, isArgument } from './builder-call.js'
import { type ConvertAs, Converter } from './converter.js'
import { copyJson, isSame, tooLarge } from './json.js'
import { obstacleOf } from './problems.js'

/** How elements are written. */
export type Target = 'tsx' | 'builders'

/** Elements for a JSON value. */
export interface Draft {
  readonly kind: InputKind
  /** An element, a list of these, or plain JSON where there is no element. */
  readonly value: unknown
  /** The fields of a request body beside its messages. */
  readonly request: object | undefined
  /** Comments by the element of `raw(…)` that they are about. */
  readonly comments: ReadonlyMap<object, readonly string[]>
  /** Comments about the whole. */
  readonly notes: readonly string[]
  /** Problems that keep parts from being elements, with paths from the root. */
  readonly problems: readonly Problem[]
}

/**
 * Elements that give a JSON value again.
 *
 * @param as - what the value is; found out by default
 * @throws {ConvertError} when the value is not JSON, or too large to be compiled
 */
export function draft(input: unknown, target: Target, as?: InputKind): Draft {
  const json = withoutSchema(copyJson(input))
  const kind = as ?? classify(json)
  const work = new Drafting(target)
  if (kind === 'messages' && Array.isArray(json))
    return work.done(kind, work.messages(json, ''), undefined)
  if (kind === 'request' && isRecord(json) && Array.isArray(json['messages'])) {
    const request = {}
    for (const [name, part] of Object.entries(json))
      if (name !== 'messages') setProperty(request, name, part)
    return work.done(kind, work.messages(json['messages'], 'messages'), request)
  }
  return work.done(kind, work.one(json, kind, ''), undefined)
}

function withoutSchema(json: unknown): unknown {
  if (!isRecord(json) || !Object.hasOwn(json, '$schema')) return json
  const copy = { ...json }
  delete copy['$schema']
  // A spread copies `__proto__` as it is.
  return copy
}

/** The place in the spec of what is converted. */
const places: Readonly<Partial<Record<InputKind, string>>> = {
  message: 'Message',
  flex: 'FlexContainer',
  'flex-component': 'FlexComponent',
  template: 'Template',
  action: 'Action',
  'quick-reply': 'QuickReply',
  'rich-menu': 'RichMenuRequest',
}

class Drafting {
  readonly #target: Target
  readonly #comments = new Map<object, string[]>()
  readonly #notes: string[] = []
  readonly #problems: Problem[] = []

  constructor(target: Target) {
    this.#target = target
  }

  done(kind: InputKind, value: unknown, request: object | undefined): Draft {
    const [comments, notes, problems] = [this.#comments, this.#notes, this.#problems]
    return { kind, value, request, comments, notes, problems }
  }

  /** Messages of a list. Bubbles, carousels and templates among them are what they are, without a message around. */
  messages(list: readonly unknown[], path: string): unknown[] {
    const { length } = list
    if (length === 0 || length > 5)
      for (const problem of validate(list).filter((each) => each.path === 'messages')) {
        this.#notes.push(problem.message)
        this.#problems.push(problem)
      }
    return list.map((item, index) => {
      const place = `${path}[${index}]`
      if (!isWrapped(item)) return this.one(item, 'message', place)
      const kind = classify(item)
      this.#notes.push(`${place} is not a message; rendering puts one around it.`)
      return this.one(item, kind, place)
    })
  }

  /** The element of one value. */
  one(json: unknown, kind: InputKind, path: string): unknown {
    const place = places[kind]
    if (place === undefined) return isObject(json) ? this.#raw(json) : json
    const obstacle = obstacleOf(json, validatedAs[kind]!, place)
    for (const problem of obstacle?.problems ?? [])
      this.#problems.push({ ...problem, path: joined(path, problem.path) })
    // No component makes a template without its message.
    const plain =
      kind === 'template' ? new Set([json as object, ...(obstacle?.plain ?? [])]) : obstacle?.plain
    const reasons = obstacle?.problems.map((problem) => reasonOf(problem, path)) ?? []
    const isMessage = kind === 'message'
    const element = this.#converted(json, kind as ConvertAs, plain, (element, part) => {
      const isAround = obstacle && (obstacle.around === part || contains(part, obstacle.around))
      const isWhole = part === json && !isObject(json)
      this.#comments.set(element, isAround || isWhole ? reasons : [unmade(kind)])
    })
    if (element !== undefined) return element
    const rest = this.#raw(json)
    if (reasons.length > 0) this.#comments.set(rest, reasons)
    if (!comesBack(rest, json, isMessage)) throw tooLarge('is too large to be compiled')
    return rest
  }

  #raw(json: unknown): object {
    const element = raw(json as object)
    this.#comments.set(element, [unmade('unknown')])
    return element
  }

  /** The element of a value, proven; undefined if there is none. */
  #converted(
    json: unknown,
    as: ConvertAs,
    plain: ReadonlySet<object> | undefined,
    onRaw: (element: object, part: unknown) => void,
  ): unknown {
    const isBuilders = this.#target === 'builders'
    const isProven = (made: unknown, part: unknown, isMessage: boolean) =>
      comesBack(isBuilders ? built(made) : made, part, isMessage)
    const options = {
      withRaw: true,
      withTags: !isBuilders,
      onRaw,
      ...(plain && { plain }),
      ...(isBuilders && { canMake: canBuild, hasChild: isArgument }),
    }
    const isMessage = as === 'message'
    const quick = new Converter('children', options).convert(json, as)
    if (isProven(quick, json, isMessage)) return quick
    // Something in it does not come back: each part is tried by itself.
    const careful = new Converter('children', {
      ...options,
      comesBack: (made, part) => isProven(made, part, false),
    }).convert(json, as)
    return isProven(careful, json, isMessage) ? careful : undefined
  }
}

/** Whether an element compiles to this JSON. */
export function comesBack(made: unknown, json: unknown, isMessage: boolean): boolean {
  try {
    if (isMessage) return isSame(compile(made as Renderable), [json])
    const compiler = new Compiler({})
    const compiled = compiler.read(made, () => compiler.value(made))
    const hasError = compiler.problems.some(({ severity }) => severity === 'error')
    return !hasError && isSame(compiled, json)
  } catch {
    return false
  }
}

const unmade = (kind: InputKind) =>
  kind === 'template'
    ? 'A template by itself: put a message around it, such as <Buttons>.'
    : 'No component gives exactly this JSON.'

const reasonOf = ({ path, message }: Problem, root: string): string =>
  [joined(root, path), message].filter((text) => text !== '').join(': ')

const joined = (root: string, path: string): string =>
  root === '' || path === '' || path.startsWith('[') ? root + path : `${root}.${path}`

function contains(value: unknown, part: object | undefined): boolean {
  if (!isObject(value) || part === undefined) return false
  return value === part || Object.values(value).some((inner) => contains(inner, part))
}
