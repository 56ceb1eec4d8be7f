/** Turns a tree of elements into JSON. Built-in components say how; this expands everything else and keeps track. */
import { limits } from '../spec/limits.js'
import { builtIn, type Definition } from './component.js'
import { DEFERRED, isDeferred } from './deferred.js'
import { type ElementNode, FRAGMENT, isElement } from './element.js'
import { AsyncComponentError, ComponentError, type Frame, type StructureProblem } from './errors.js'
import { nameOf } from './place.js'

/** What is left of a child when user components, fragments and lists are expanded. */
export type Leaf = string | ElementNode | object

/** Called with each child. */
export type Visit = (leaf: Leaf) => void

// Deeper than any message; beyond it, values are left to the validation as they are.
const deepest = limits.shape.depth + 50
const most = limits.shape.nodes / 10

export class Compiler {
  /** In {@link again}, three entries for each JSON object made: the object, its element, the user's component around it. */
  readonly origins: unknown[] | undefined
  readonly problems: StructureProblem[] = []
  /** True if there was plain JSON of a size or depth that validation has to look at first. */
  suspicious = false

  /** What is awaited in an asynchronous compile. When it is there, the tree is compiled again, calling no component twice. */
  readonly pending: Promise<unknown>[] = []

  readonly #context: unknown
  readonly #results: Map<object, unknown> | undefined
  /** What the users' components gave, call by call. */
  readonly #given: unknown[] = []
  /** The same of the compile that is done again, which calls none. */
  readonly #replay: Iterator<unknown> | undefined
  #frame: Frame | undefined
  #owner: ElementNode | undefined
  #depth = 0
  #objects = 0

  /**
   * @param context - second argument of every user's component
   * @param results - what components gave in earlier rounds of an asynchronous compile; without it, compiling is synchronous
   * @param replay - what components gave in the order of their calls; with it, origins are noted
   */
  constructor(context: unknown, results?: Map<object, unknown>, replay?: readonly unknown[]) {
    this.#context = context
    this.#results = results
    this.#replay = replay?.values()
    this.origins = replay && []
  }

  /** A compiler of the same tree that also notes where everything comes from. It calls no component a second time. */
  again(): Compiler {
    return new Compiler(this.#context, this.#results, this.#given)
  }

  /** Turns an element of a built-in component into its JSON. */
  build(element: ElementNode, definition: Definition): object {
    const outer = this.#owner
    this.#owner = element
    if (++this.#depth > deepest || ++this.#objects > most) this.suspicious = true
    const json = this.#depth > deepest * 4 ? {} : definition.compile(element.props as never, this)
    this.#depth--
    this.#owner = outer
    if (this.origins !== undefined) this.origins.push(json, element, this.#frame)
    return json
  }

  /** Calls back with each child: texts, elements of built-in components, tags such as `<br/>`, and plain JSON. */
  each(node: unknown, visit: Visit): void {
    switch (typeof node) {
      case 'string':
        if (node !== '') visit(node)
        return
      case 'number':
      case 'bigint':
        visit(this.#print(node))
        return
      case 'boolean':
      case 'undefined':
        return
      case 'object':
        if (node === null) return
        if (Array.isArray(node)) for (const item of node) this.each(item, visit)
        else if (isElement(node)) this.#element(node, visit)
        else if (isPromise(node))
          this.each(
            this.#wait(node, () => node),
            visit,
          )
        else if (node instanceof Date)
          this.report(
            'wrong_value',
            'a Date cannot be printed; say how it is to be read, such as date.toLocaleDateString()',
          )
        else visit(node)
        return
      case 'function':
        this.report(
          'wrong_child',
          /^[A-Z]/.test(nameOf(node))
            ? `the function ${nameOf(node)} is not a child; if it is a component, write <${nameOf(node)} />`
            : 'a function is not a child; call it, and give what it returns',
        )
        return
      case 'symbol':
        this.report('wrong_child', `${String(node)} is not a child`)
    }
  }

  #element(element: ElementNode, visit: Visit): void {
    const { type } = element
    if (type === FRAGMENT) this.each(element.props['children'], visit)
    else if (builtIn(type) || typeof type === 'string') visit(element)
    else this.#expand(element, visit)
  }

  #expand(element: ElementNode, visit: Visit): void {
    const outer = this.#frame
    this.#frame = { type: element.type, source: element.source, parent: outer }
    if (++this.#depth > deepest * 4)
      throw new ComponentError(this.#frame, 'is nested without end: does it contain itself?')
    const result = this.#result(element, this.#frame)
    this.#given.push(result)
    this.each(result, visit)
    this.#depth--
    this.#frame = outer
  }

  /** What a component gives. Most are called and done with. */
  #result(element: ElementNode, frame: Frame): unknown {
    if (this.#replay) return this.#replay.next().value
    if (this.#results) return this.#wait(element, () => this.#call(element, frame))
    const value = this.#call(element, frame)
    return isPromise(value) ? this.#wait(element, () => value) : value
  }

  #call({ type, props }: ElementNode, frame: Frame): unknown {
    if (typeof type !== 'function')
      throw new ComponentError(
        frame,
        'is not a component: is the name right, and is it exported from where it is imported?',
      )
    try {
      return (type as (props: unknown, context: unknown) => unknown)(props, this.#context)
    } catch (error) {
      throw threw(frame, error)
    }
  }

  /** What a component or a promise gives: at once, from an earlier round, or nothing yet. */
  #wait(key: object, start: () => unknown): unknown {
    const results = this.#results
    if (results?.has(key)) return results.get(key)
    const value = start()
    if (!isPromise(value)) {
      results?.set(key, value)
      return value
    }
    const frame: Frame = this.#frame ?? {
      type: this.#owner?.type ?? 'Promise',
      source: this.#owner?.source,
      parent: undefined,
    }
    if (!results) {
      // Nobody waits for it; a failure must not end the process.
      value.then(undefined, () => undefined)
      throw new AsyncComponentError(frame)
    }
    this.pending.push(
      value.then(
        (result) => results.set(key, result),
        (error: unknown) => {
          throw threw(frame, error)
        },
      ),
    )
    return undefined
  }

  #print(value: number | bigint): string {
    if (typeof value === 'number' && !Number.isFinite(value))
      this.report('wrong_value', `${String(value)} cannot be printed`, { actual: value })
    return String(value)
  }

  /** Copies props into JSON: elements become JSON, `undefined` is left out, `children` are not props. */
  props<T extends object>(json: T, props: object): T {
    const target = json as Record<string, unknown>
    const source = props as Record<string, unknown>
    for (const name in source) {
      const value = source[name]
      if (value === undefined || name === 'children') continue
      target[name] = typeof value === 'object' && value !== null ? this.value(value, name) : value
    }
    return json
  }

  /** A value with all elements in it turned into JSON. */
  value(value: unknown, property?: string): unknown {
    if (typeof value !== 'object' || value === null) return value
    if (isElement(value)) return this.single(value)
    if (this.#depth > deepest) {
      this.suspicious = true
      return value
    }
    if (++this.#objects > most) this.suspicious = true
    this.#depth++
    const json = this.#plain(value, property)
    this.#depth--
    return json
  }

  #plain(value: object, property?: string): unknown {
    if (Array.isArray(value)) {
      if (value.length <= limits.shape.nodes) return this.#list(value)
      this.suspicious = true
      return value
    }
    if (isDeferred(value)) return this.#wait(value, () => value[DEFERRED]())
    if (isPromise(value)) return this.value(this.#wait(value, () => value))
    if (value instanceof Date) {
      const message = `${property ?? 'a value'} is a Date, and LINE knows no time zones; write it as text`
      this.report('wrong_value', message, { property })
      return undefined
    }
    const { toJSON } = value as { toJSON?: unknown }
    if (typeof toJSON === 'function') return toJSON.call(value)
    const json: Record<string, unknown> = {}
    for (const [name, part] of Object.entries(value)) {
      if (part === undefined) continue
      const value = this.value(part, name)
      // As a plain assignment it would set the prototype, and be lost.
      if (name === '__proto__')
        Object.defineProperty(json, name, { value, enumerable: true, configurable: true })
      else json[name] = value
    }
    return json
  }

  /** A list in plain JSON: what prints nothing as a child is left out here too, and fragments spread. */
  #list(items: readonly unknown[]): unknown[] {
    const list: unknown[] = []
    for (const item of items) {
      if (item === null || item === undefined || item === false) continue
      if (isElement(item)) this.each(item, (leaf) => list.push(this.leaf(leaf)))
      else list.push(this.value(item))
    }
    return list
  }

  /** The JSON of a leaf. */
  leaf(leaf: Leaf): unknown {
    if (typeof leaf === 'string') return leaf
    if (!isElement(leaf)) return this.value(leaf)
    const definition = builtIn(leaf.type)
    if (definition) return this.build(leaf, definition)
    this.report('wrong_child', `<${nameOf(leaf.type)}> stands only in text`)
    return undefined
  }

  /** The one value that an element becomes. */
  single(element: ElementNode): unknown {
    const definition = builtIn(element.type)
    if (definition) return this.build(element, definition)
    const found: unknown[] = []
    this.each(element, (leaf) => found.push(this.leaf(leaf)))
    if (found.length === 1) return found[0]
    this.report(
      'wrong_value',
      `<${nameOf(element.type)}> becomes ${found.length === 0 ? 'nothing' : `${found.length} values`} where one is wanted`,
      { actual: found.length, limit: 1 },
    )
    return found[0]
  }

  /** Notes something that cannot stand, and goes on to find the rest. */
  report(
    code: StructureProblem['code'],
    message: string,
    { limit, actual, property, child, severity = 'error' }: Partial<StructureProblem> = {},
  ): void {
    this.problems.push({
      code,
      severity,
      message,
      limit,
      actual,
      property,
      child,
      owner: this.#owner,
      frame: this.#frame,
    })
  }
}

function threw(frame: Frame, error: unknown): ComponentError {
  if (error instanceof ComponentError) return error
  const reason = error instanceof Error ? error.message : String(error)
  return new ComponentError(frame, `threw: ${reason}`, { cause: error })
}

const isPromise = (value: unknown): value is Promise<unknown> =>
  typeof (value as { then?: unknown } | null)?.then === 'function'
