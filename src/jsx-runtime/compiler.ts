/** Turns a tree of elements into JSON. Built-in components say how; everything else is expanded here. */
import { obstacles, partsOf, shape, unreadable } from '../spec/shape.js'
import { Blanks } from './blanks.js'
import { type Call, callComponent, callsIn, frameOf, type RootCall, waitFor } from './calls.js'
import { builtIn, type ComponentHost, type Definition, type Leaf, type Visit } from './component.js'
import { DEFERRED, isDeferred } from './deferred.js'
import { type ElementNode, FRAGMENT, isElement, PROVIDE } from './element.js'
import { ComponentError } from './errors.js'
import { notChild, notJson, notOne, notValue } from './not-json.js'
import { nameOf } from './place.js'
import { isPromise, silence } from './promises.js'
import { setProperty } from './set-property.js'
import {
  addProblem,
  type Facts,
  type Frame,
  type Name,
  placeOfNames,
  type StructureProblem,
} from './structure-problem.js'

// Deeper than any message. Components, lists and fragments around the JSON may nest deeper.
const deepest = shape.depth + 50
const nesting = deepest * 4

export class Compiler implements ComponentHost {
  /** In {@link again}, four entries for each JSON object: itself, its element or earlier JSON, the user's and the built-in component around it. */
  readonly origins: unknown[] | undefined
  readonly problems: StructureProblem[] = []
  /** The tree is too large, too deep, or cannot be read. That is noted as a problem, and nothing more is read. */
  stopped = false
  /** How many parts of the tree were read. */
  parts = 0
  /** How many children printed nothing, such as `false` and `''`. */
  nothings = 0
  /** What is awaited in an asynchronous compile. When it is there, the tree is compiled again. */
  readonly pending: Promise<void>[] = []
  /** Second argument of every user's component: the context of the tree, or that of a `<Provide>`. */
  context: unknown
  readonly #root: RootCall
  #call: Call
  #next = 0
  #frame: Frame | undefined
  #owner: ElementNode | undefined
  /** What is being read, from the outside in, and how each is named in the JSON of its owner; filled up to the depth. */
  readonly #around: unknown[] = []
  readonly #names: Name[] = []
  #depth = 0
  /** Where the names in the owner's JSON begin. */
  #from = 0
  /** How many of those around become JSON. */
  #levels = 0

  /**
   * @param context - second argument of every user's component
   * @param root - calls of earlier rounds
   * @param again - calls no component, and notes origins
   */
  constructor(context: unknown, root: RootCall = {}, again = false) {
    this.context = context
    this.#root = root
    this.#call = root
    this.origins = again ? [] : undefined
  }

  /** A compiler of the same tree that also notes where everything comes from. It calls no component a second time. */
  again(): Compiler {
    return new Compiler(this.context, this.#root, true)
  }

  /** Name of the component whose children are read; undefined at the top. */
  get parent(): string | undefined {
    return this.#owner && nameOf(this.#owner.type)
  }

  /** Reads a tree. A tree that cannot be read is a problem. Every promise in it has a listener, however it ends. */
  read<T>(tree: unknown, how: () => T): T | undefined {
    this.#root.value = tree
    try {
      const json = how()
      this.#has(0)
      return json
    } catch (error) {
      if (!(error instanceof ComponentError))
        return void this.stop('unreadable', { message: unreadable(error) })
      this.end()
      throw error
    }
  }

  /** Nothing waits for the promises of the tree any more. */
  end(): void {
    this.#root.ended = true
    silence(this.#root)
  }

  /** Reports why the rest of the tree is not read. */
  stop(
    code: keyof typeof obstacles | 'unreadable',
    facts: Partial<StructureProblem> = obstacles[code as keyof typeof obstacles],
  ): false {
    if (this.stopped) return false
    const around = this.#around.slice(0, this.#depth)
    const inner = around.findIndex((thing, i) => around.indexOf(thing) < i)
    if (inner >= 0 && code !== 'unreadable') {
      code = 'cycle'
      facts = obstacles.cycle
      this.#depth = inner + 1
    } else
      // A path of hundreds of names is not worth reading; the last of them is being read.
      this.#depth = code === 'too_many' ? 0 : Math.min(this.#depth + 1, this.#from + 8)
    this.report(code, facts.message!, facts)
    this.stopped = true
    this.end()
    return false
  }

  /** Goes into something, if there is room. */
  #open(thing: unknown, name?: Name): boolean {
    const depth = this.#depth++
    this.#around[depth] = thing
    this.#names[depth] = name
    this.#names[depth + 1] = undefined
    if (depth > nesting || this.#levels > deepest) this.stop('too_deep')
    return this.#has(1) && !this.stopped
  }

  /** Counts parts. False if there are too many. */
  #has(parts: number): boolean {
    return (this.parts += parts) <= shape.nodes || this.stop('too_many')
  }

  /** Turns an element of a built-in component into its JSON. */
  build(element: ElementNode, definition: Definition): object {
    if (!this.#open(element)) return {}
    const outer = this.#owner
    const from = this.#from
    this.#owner = element
    this.#from = this.#depth
    this.#levels++
    const json = definition.compile(element.props as never, this)
    this.#levels--
    this.#owner = outer
    this.#from = from
    this.#depth--
    this.origins?.push(json, element, this.#frame, outer)
    return json
  }

  moved<T extends object>(from: object, to: T): T {
    this.origins?.push(to, from, undefined, undefined)
    return to
  }

  /** Calls back with each child: texts, elements of built-in components, tags such as `<br/>`, and plain JSON. */
  each(node: unknown, visit: Visit): void {
    switch (typeof node) {
      case 'string':
        if (node === '') this.nothings++
        else if (this.#has(partsOf(node))) visit(node)
        return
      case 'number':
      case 'bigint':
        if (typeof node === 'number' && !Number.isFinite(node))
          this.report('wrong_value', `${node} cannot be printed`, { actual: node })
        visit(String(node))
        return
      case 'boolean':
      case 'undefined':
        this.nothings++
        return
      case 'object':
        if (node === null) this.nothings++
        else if (Array.isArray(node)) {
          const length = this.enter(node)
          for (let i = 0; i < length; i++) this.each(node[i], visit)
          this.leave()
        } else if (isElement(node)) this.#element(node, visit)
        else if (isPromise(node)) this.#follow(isPromise, node, () => node, this.#eachOf(visit))
        else {
          const wrong = notChild(node)
          if (wrong) this.report(...wrong)
          else if (this.#has(1)) visit(node)
        }
        return
      case 'function':
      case 'symbol':
        this.report('wrong_child', notValue(node))
    }
  }

  #eachOf(visit: Visit) {
    return (value: unknown) => this.each(value, visit)
  }

  /** The same without the blanks between them. */
  #solid(node: unknown, visit: Visit): void {
    const blanks = new Blanks(visit)
    this.each(node, (leaf) => blanks.take(leaf))
    blanks.end()
  }

  /** Goes into a list of children, until {@link leave}. @returns how many items there is time for, holes included */
  enter(list: readonly unknown[]): number {
    return this.#open(list) && this.#has(list.length) ? list.length : 0
  }

  leave(): void {
    this.#depth--
  }

  #element(element: ElementNode, visit: Visit): void {
    const { type, props } = element
    if (builtIn(type)) visit(element)
    else if (typeof type === 'string' || type === FRAGMENT) {
      if (this.#open(element)) {
        if (type === FRAGMENT) this.each(props['children'], visit)
        else visit(element)
      }
      this.#depth--
    } else if (type === PROVIDE) this.#provide(element, visit)
    else this.#expand(element, visit)
  }

  #provide(element: ElementNode, visit: Visit): void {
    const outer = this.context
    const { context, children } = element.props
    // Made once: in every round, components get the same object.
    const make = () => ({ ...(outer as object), ...(context as object) })
    this.#follow(PROVIDE, element, make, (inner) => {
      this.context = inner
      this.each(children, visit)
    })
    this.context = outer
  }

  #expand(element: ElementNode, visit: Visit): void {
    const outer = this.#frame
    const { type, source } = element
    const frame = (this.#frame = { type, source, parent: outer })
    if (this.#depth > nesting)
      throw new ComponentError(frame, 'never ends: does it contain itself?')
    const run = () => callComponent(element, this.context, frame)
    this.#follow(type, element, run, this.#eachOf(visit))
    this.#frame = outer
  }

  /** Goes on with what a component or a promise gives, unless that is still to be waited for. */
  #follow<T>(
    of: unknown,
    thing: object,
    start: () => unknown,
    use: (value: unknown) => T,
    name?: Name,
  ): T | undefined {
    if (!this.#open(thing, name)) return undefined
    const outer = this.#call
    const at = this.#next
    const calls = (outer.calls ??= [])
    let call = calls[at]
    if (!call || call.of !== of) {
      const elements = callsIn(this.#root, this.context)
      const known = elements.get(thing)
      call = calls[at] = known ?? { of, value: this.origins ? undefined : start() }
      if (!known) {
        elements.set(thing, call)
        if (isPromise(call.value)) this.#wait(call, call.value)
      }
    } else if (isPromise(thing)) silence(thing, 0)
    let result: T | undefined
    if (call.pending) this.pending.push(call.pending)
    else {
      this.#call = call
      this.#next = 0
      result = use(call.value)
      this.#call = outer
    }
    this.#next = at + 1
    this.#depth--
    return result
  }

  #wait(call: Call, promise: PromiseLike<unknown>): void {
    waitFor(this.#root, call, promise, this.#frame ?? frameOf(this.#owner))
  }

  /** Copies props into JSON: elements become JSON, `undefined` is left out, `children` and `key` are not props. */
  props<T extends object>(json: T, props: object): T {
    const target = json as Record<string, unknown>
    const source = props as Record<string, unknown>
    for (const name in source) {
      if (name === 'children' || name === 'key') continue
      const value = source[name]
      if (value === undefined) continue
      this.parts++
      if (typeof value === 'string') {
        this.parts += value.length >> 9
        target[name] = value
      } else target[name] = typeof value === 'object' ? this.value(value, name) : value
    }
    return json
  }

  /** A value with all elements in it turned into JSON. */
  value(value: unknown, name?: Name, isMade = false): unknown {
    if (typeof value === 'string') this.parts += partsOf(value) - 1
    if (typeof value !== 'object' || value === null) return value
    if (isElement(value)) return this.single(value)
    if (!Array.isArray(value)) {
      const start = isDeferred(value)
        ? () => value[DEFERRED](this.#root.scope)
        : isPromise(value) && (() => value)
      if (start) return this.#follow(isPromise, value, start, (given) => this.value(given), name)
    }
    if (!this.#open(value, name)) return undefined
    this.#levels++
    const json = Array.isArray(value) ? this.#list(value) : this.#plain(value, isMade)
    this.#levels--
    this.#depth--
    return json
  }

  #plain(value: object, isMade: boolean): unknown {
    const wrong = notJson(value, this.#names[this.#depth - 1] ?? 'a value')
    if (wrong) {
      this.report('wrong_value', wrong)
      return undefined
    }
    const { toJSON } = value as { toJSON?: unknown }
    if (typeof toJSON === 'function' && !isMade) {
      const made: unknown = toJSON.call(value)
      if (made !== value) return this.value(made, undefined, true)
    }
    const json = {}
    const names = Object.keys(value)
    this.parts += names.length
    for (const name of names) {
      this.#names[this.#depth] = name
      const given = (value as Record<string, unknown>)[name]
      if (given === undefined || (name === 'toJSON' && typeof given === 'function')) continue
      setProperty(json, name, this.value(given, name))
    }
    return json
  }

  /** A list in plain JSON: unless it is foreign, what prints nothing as a child is left out here too. Fragments spread. */
  #list(items: readonly unknown[]): unknown[] {
    const list: unknown[] = []
    const isForeign = builtIn(this.#owner?.type)?.kind === 'raw'
    const length = this.#has(items.length) ? items.length : 0
    for (let i = 0; i < length; i++) {
      const item = items[i]
      if (item === undefined || (!isForeign && (item === null || item === false))) continue
      if (isElement(item)) this.#solid(item, (leaf) => list.push(this.leaf(leaf)))
      else {
        const part = this.value(item, list.length)
        if (part !== undefined) list.push(part)
      }
    }
    return list
  }

  /** The JSON of a leaf. */
  leaf(leaf: Leaf): unknown {
    if (typeof leaf === 'string') return leaf
    if (!isElement(leaf)) return this.value(leaf)
    const definition = builtIn(leaf.type)
    if (definition) return this.build(leaf, definition)
    this.report('wrong_child', `<${nameOf(leaf.type)}> is permitted only in text`)
    return undefined
  }

  /** The one value that an element becomes. */
  single(element: ElementNode): unknown {
    const definition = builtIn(element.type)
    if (definition) return this.build(element, definition)
    const found: unknown[] = []
    this.#solid(element, (leaf) => found.push(this.leaf(leaf)))
    if (found.length === 1) return found[0]
    this.report('wrong_value', notOne(element.type, found.length), {
      actual: found.length,
      limit: 1,
    })
    return found[0]
  }

  /** Reports something in a wrong place. The rest is read as well. */
  report(code: StructureProblem['code'], message: string, facts?: Facts): void {
    if (this.stopped) return
    addProblem(this.problems, {
      severity: 'error',
      owner: this.#owner,
      ...facts,
      code,
      message,
      place: placeOfNames(this.#names.slice(this.#from, this.#depth)),
      frame: this.#frame,
    })
  }
}
