/** JSON → elements, or anything else that is made of a component, its props and its children. */
import { isObject } from '../common/json.js'
import { setProperty } from '../jsx-runtime/set-property.js'
import * as components from '../components/index.js'
import { isElement } from '../jsx-runtime/element.js'
import type { Kind } from '../jsx-runtime/component.js'
import { createNode } from '../jsx-runtime/jsx.js'
import { belongsIn, find, type Found, isJson, isPlace, type Json, makingOf } from './find.js'
import { named } from './named.js'
import { areaOf, withoutRectangle } from './rectangle.js'
import type { Making } from './shape.js'
import { spanChildren } from './spans.js'
import { substitutionProps, textParts } from './text-parts.js'

/**
 * Makes what a component gives: an element, a builder, a line of code.
 *
 * @param component - as the package exports it
 * @param props - properties whose objects may have been made before
 */
export type Make = (
  component: unknown,
  props: Readonly<Record<string, unknown>>,
  ...children: unknown[]
) => unknown

/** `children`: what can be a child is a child. `props`: everything is a prop, and elements are in props. */
export type Style = 'children' | 'props'

const places = {
  message: 'Message',
  messages: 'Message',
  imagemap: 'ImagemapMessage',
  action: 'Action',
  flex: 'FlexContainer',
  bubble: 'FlexBubble',
  'flex-component': 'FlexComponent',
  'quick-reply': 'QuickReply',
  'rich-menu': 'RichMenuRequest',
} as const

/** What JSON can be converted as. */
export type ConvertAs = keyof typeof places

/** Something that was made, and its kind; plain JSON has none. */
interface Made {
  readonly value: unknown
  readonly kind: Kind | undefined
}

/** Options of {@link Converter}. */
export interface ConverterOptions {
  /** What elements are made with; JSX by default. */
  readonly make?: Make
  /** Puts JSON that no component makes into `raw(…)` wherever it is. By default only messages are. */
  readonly withRaw?: boolean
  /** Writes `<b>`, `<i>`, `<u>` and `<s>` for spans that they make. */
  readonly withTags?: boolean
  /** Whether what can be a child is a child of this component. Always true by default. */
  readonly hasChild?: (component: string, property: string) => boolean
  /** Whether a component can be written with such props. Always true by default. */
  readonly canMake?: (component: string, props: Json) => boolean
  /** Whether what was made gives the JSON again. It stays JSON otherwise. Not checked by default. */
  readonly comesBack?: (made: unknown, json: unknown) => boolean
  /** Objects that stay JSON. */
  readonly plain?: ReadonlySet<object>
  /** Called with each element of `raw(…)` and its JSON. */
  readonly onRaw?: (element: object, json: unknown) => void
}

/**
 * Converts JSON to elements that compile to the same JSON. What no component makes stays plain JSON; a message becomes
 * `raw(…)`.
 */
export class Converter {
  readonly #make: Make
  readonly #options: ConverterOptions
  #style: Style
  #isInRaw = false
  readonly #known = new WeakMap<object, Map<string, Made>>()

  constructor(style: Style, options: ConverterOptions = {}) {
    this.#style = style
    this.#make = options.make ?? makeElement
    this.#options = options
  }

  /** The element of a value; of several messages, a list. */
  convert(value: unknown, as: ConvertAs): unknown {
    const place = places[as]
    if (as === 'messages' && Array.isArray(value))
      return value.map((message) => this.#place(message, place).value)
    return this.#place(value, place).value
  }

  #place(value: unknown, place: string): Made {
    if (!isObject(value) || !this.#options.comesBack) return this.#made(value, place)
    // What does not come back is tried in several ways, and so is what is in it: each part once a way.
    const way = `${this.#style} ${this.#isInRaw ? 'raw' : ''} ${place}`
    const known = this.#known.get(value) ?? new Map<string, Made>()
    this.#known.set(value, known)
    const made = known.get(way) ?? this.#made(value, place)
    known.set(way, made)
    return made
  }

  #made(value: unknown, place: string): Made {
    if (this.#isPlain(value)) return this.#json(value, place)
    return this.#element(value, place) ?? this.#json(value, place)
  }

  /** The element of a value, if there is one that gives the value again. */
  #element(value: unknown, place: string): Made | undefined {
    const found = find(value, place)
    if (!found) return undefined
    const { comesBack } = this.#options
    const [style, isInRaw] = [this.#style, this.#isInRaw]
    const isSure = (made: Made | undefined) => made && (!comesBack || comesBack(made.value, value))
    // JSON in an element is not JSON in the `raw(…)` around it.
    this.#isInRaw = false
    let made = this.#found(found)
    if (!isSure(made) && comesBack && style === 'children') {
      this.#style = 'props'
      made = this.#found(found)
      this.#style = style
    }
    this.#isInRaw = isInRaw
    return isSure(made) ? made : undefined
  }

  /** A value that stays JSON, with elements in it where they come back. */
  #json(value: unknown, place: string): Made {
    const { withRaw, comesBack } = this.#options
    const isMessage = messages.includes(place)
    const isPlain = !isPlace(place) && !this.#isPlain(value)
    if (!withRaw || isPlain)
      return {
        value: isMessage && isJson(value) ? components.raw(value) : value,
        kind: undefined,
      }
    if (!isObject(value) && !isMessage) return { value, kind: undefined }
    if (this.#isInRaw) return { value: this.#withElements(value, place), kind: undefined }
    this.#isInRaw = true
    const raw = components.raw(this.#withElements(value, place) as object)
    this.#isInRaw = false
    const element = !comesBack || comesBack(raw, value) ? raw : components.raw(value as object)
    this.#options.onRaw?.(element, value)
    return { value: element, kind: undefined }
  }

  /** A copy of JSON in which what it holds is converted. */
  #withElements(value: unknown, place: string): unknown {
    const found = find(value, place)
    if (!found) return value
    const { holds } = found.shape
    const copy = {}
    for (const [name, part] of Object.entries(found.json)) {
      const held = Object.hasOwn(holds, name) ? holds[name] : undefined
      const json =
        name === 'substitution' ? this.#substitutions(part) : held ? this.#prop(held, part) : part
      setProperty(copy, name, json)
    }
    return copy
  }

  #substitutions(value: unknown): unknown {
    if (!isJson(value)) return value
    const copy = {}
    for (const [name, part] of Object.entries(value))
      setProperty(copy, name, (isJson(part) && this.#substitution(part)) || part)
    return copy
  }

  #substitution(json: Json): unknown {
    const { comesBack } = this.#options
    if (this.#isPlain(json) || Object.values(json).some((part) => this.#isPlain(part)))
      return undefined
    const { component, props } = substitutionProps(json) ?? {}
    if (component === undefined || !this.#canMake(component, props!)) return undefined
    const made = this.#make(named(component), props!)
    return !comesBack || comesBack(made, json) ? made : undefined
  }

  #isPlain(value: unknown): boolean {
    return isObject(value) && this.#options.plain?.has(value) === true
  }

  #canMake(component: string, props: Json): boolean {
    return this.#options.canMake?.(component, props) ?? true
  }

  #found(found: Found): Made | undefined {
    const { definition, shape } = found
    const { component, inside } = shape
    if (inside !== undefined) return this.#around(found, inside)
    if (component === undefined) return undefined
    if (definition === 'TextMessageV2') return this.#textV2(found)
    if (makingOf(component).rectangle !== undefined) return this.#area(component, found)
    return this.#component(component, found)
  }

  /** A message around a definition: the properties of both are props of one component. */
  #around({ json, shape }: Found, property: string): Made | undefined {
    const { type: _, [property]: inner, ...around } = json
    if (this.#isPlain(inner)) return undefined
    const place = shape.holds[property]!
    const found = find(inner, place)
    // A message in the place of a template has no component.
    if (found?.shape.component === undefined || !belongsIn(found, place)) return undefined
    // The component parts them again by these names.
    const own = ['altText', ...Object.keys(shape.holds)]
    if (!Object.keys(around).every((name) => own.includes(name))) return undefined
    if (own.some((name) => Object.hasOwn(found.json, name))) return undefined
    const holds = { ...shape.holds, ...found.shape.holds }
    return this.#component(found.shape.component, {
      ...found,
      shape: { ...found.shape, holds },
      json: { ...around, ...found.json },
    })
  }

  #textV2(found: Found): Made | undefined {
    const { text, substitution, ...json } = found.json
    const parts = textParts(text, substitution, (part) => this.#substitution(part))
    return parts && this.#component('Text', { ...found, json }, parts)
  }

  /** An item of a quick reply that is an action and nothing else. */
  #bareAction(item: Json): Made | undefined {
    const { type, action, ...others } = item
    if (type !== 'action' || Object.keys(others).length > 0) return undefined
    if (this.#isPlain(item)) return undefined
    const made = this.#place(action, 'Action')
    return made.kind === undefined ? undefined : made
  }

  #area(component: string, { json }: Found): Made | undefined {
    const { rectangle: property, kind } = makingOf(component)
    const parts = withoutRectangle(json, property!)
    // As a prop, an area would still need a child.
    if (!parts || this.#style === 'props') return undefined
    const isWrong = ([name, part]: [string, unknown]) => name !== 'action' && this.#isPlain(part)
    if (Object.entries(json).some(isWrong)) return undefined
    const { hasChild = () => true } = this.#options
    const area = areaOf(kind, parts.rest, hasChild(component, 'externalLink'))
    if (!area) return undefined
    const { props, action } = area
    const all = { ...props, ...parts.rectangle }
    if (!this.#canMake(component, all)) return undefined
    const children = action === undefined ? [] : [this.#place(action, 'Action').value]
    return { value: this.#make(named(component), all, ...children), kind }
  }

  #component(
    name: string,
    { shape, json }: Found,
    inline: readonly unknown[] = [],
  ): Made | undefined {
    const making = makingOf(name)
    if (!making.adds.every((property) => isThere(json[property], shape.holds[property])))
      return undefined
    // Of a box, the layout is always written.
    const isLeftOut = (property: string) =>
      (property === 'type' && shape.type !== undefined) ||
      (property === 'layout' && making.kind !== 'flexComponent' && isVertical(making, json))
    const { hasChild = () => true } = this.#options
    const textProperty = making.children.text
    const props: Record<string, unknown> = {}
    const children = [...inline]
    const hasText =
      textProperty !== undefined && this.#style === 'children' && isTextChild(json, textProperty)
    if (hasText) children.push(json[textProperty])
    // Props are in the order of the JSON.
    const asChildren = new Set<string>()
    for (const property of inOrder(shape.holds)) {
      const value = json[property]
      if (value === undefined) continue
      const those =
        hasChild(name, property) && this.#children(making, property, shape.holds[property]!, value)
      if (!those) continue
      children.push(...those)
      asChildren.add(property)
    }
    for (const property of Object.keys(json)) {
      if (isLeftOut(property) || (hasText && property === textProperty) || asChildren.has(property))
        continue
      const place = Object.hasOwn(shape.holds, property) ? shape.holds[property] : undefined
      props[property] = place === undefined ? json[property] : this.#prop(place, json[property])
    }
    if (!this.#canMake(name, props)) return undefined
    return { value: this.#make(named(name), props, ...children), kind: making.kind }
  }

  #prop(place: string, value: unknown): unknown {
    if (!place.endsWith('[]')) return this.#place(value, place).value
    if (!Array.isArray(value)) return value
    return value.map((item) => this.#place(item, place.slice(0, -2)).value)
  }

  /** A property as children, if the component takes such children and makes the same property of them. */
  #children(
    making: Making,
    property: string,
    place: string,
    value: unknown,
  ): unknown[] | undefined {
    if (this.#style === 'props') return undefined
    const isList = place.endsWith('[]')
    const items = isList ? value : [value]
    if (!Array.isArray(items) || !items.every(isJson)) return undefined
    // The component adds an empty list by itself.
    if (items.length === 0) return making.adds.includes(property) ? [] : undefined
    const wanted = isList ? `${property}[]` : property
    const takes = Object.keys(making.children).filter(
      (child) => making.children[child as Kind] === wanted,
    )
    if (takes.length === 0) return undefined
    if (takes.includes('flexSpan')) return this.#spans(items, place.slice(0, -2))
    const made = items.map((item) => this.#child(item, isList ? place.slice(0, -2) : place, takes))
    return made.every(({ kind }) => takes.includes(kind ?? 'json')) && !made.some(isUntyped)
      ? made.map((each) => each.value)
      : undefined
  }

  #spans(items: readonly Json[], place: string): unknown[] | undefined {
    const { withTags = false } = this.#options
    if (items.some((item) => this.#isPlain(item) || find(item, place)?.definition !== place))
      return undefined
    const made = items.map((item) => this.#place(item, place))
    if (made.some(({ kind }) => kind === undefined)) return undefined
    return spanChildren(items, (item) => made[items.indexOf(item)]!.value, withTags)
  }

  /** A child: a block of a bubble or a bare action, where that is what is taken. */
  #child(json: Json, place: string, takes: readonly string[]): Made {
    const bare = takes.includes('quickReplyItem') && this.#bareAction(json)
    if (bare) return bare
    const found = this.#isPlain(json) ? undefined : find(json, place)
    const [, block] =
      Object.entries(found?.shape.blocks ?? {}).find(([kind]) => takes.includes(kind)) ?? []
    if (!found || block === undefined) return this.#place(json, place)
    const { kind, children } = makingOf(block)
    if (Object.values(children).some((where) => where !== '')) {
      const made = this.#component(block, found)
      const { comesBack = () => true } = this.#options
      return made && comesBack(made.value, json) ? made : { value: json, kind: undefined }
    }
    // It becomes its child.
    return { value: this.#make(named(block), {}, this.#place(json, place).value), kind }
  }
}

/** Like `createElement`, for props that are properties of JSON. */
const makeElement: Make = (component, props, ...children) =>
  createNode(
    component,
    children.length === 0
      ? props
      : { ...props, children: children.length === 1 ? children[0] : children },
  )

const around = ['quickReply', 'sender']

/** Properties in the order of children: that of the spec, with what is around a message at the end. */
const inOrder = (holds: Readonly<Record<string, string>>): string[] => {
  const names = Object.keys(holds)
  return around.includes(names[0]!)
    ? [
        ...names.filter((name) => !around.includes(name)),
        ...names.filter((name) => around.includes(name)),
      ]
    : names
}

/** Messages that cannot be made of elements are still messages. */
const messages: readonly string[] = ['Message', 'ImagemapMessage']

/** A text that is the same as a child. Beside spans it would be one of them. */
function isTextChild(props: Json, property: string): boolean {
  const { [property]: text, contents } = props
  return (
    typeof text === 'string' &&
    text.trim() !== '' &&
    !(Array.isArray(contents) && contents.length > 0)
  )
}

/** JSON without a `type`: as a child it would be taken for a value that cannot be printed. */
const isUntyped = ({ kind, value }: Made): boolean =>
  kind === undefined && !isElement(value) && isJson(value) && typeof value['type'] !== 'string'

const isVertical = ({ adds }: Making, { layout }: Json): boolean =>
  adds.includes('layout') && layout === 'vertical'

/** Whether a component would leave a value as it is. What it adds, it adds to nothing but a list. */
const isThere = (value: unknown, place = ''): boolean =>
  place.endsWith('[]') ? Array.isArray(value) : value !== undefined
