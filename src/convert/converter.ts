/** JSON → elements, or whatever else is made of a component, its props and its children. */
import * as components from '../components/index.js'
import type { Kind } from '../jsx-runtime/component.js'
import { createElement } from '../jsx-runtime/jsx.js'
import { textParts } from './text-parts.js'
import { find, type Found, isJson, type Json, makingOf } from './find.js'
import { areaOf, withoutRectangle } from './rectangle.js'
import type { Making } from './shape.js'

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

/**
 * Converts JSON to elements that compile to the same JSON. What no component makes stays plain JSON; a message becomes
 * `raw(…)`.
 */
export class Converter {
  readonly #style: Style
  readonly #make: Make

  /** @param make - what elements are made with; JSX unless given */
  constructor(style: Style, make: Make = createElement) {
    this.#style = style
    this.#make = make
  }

  /** The element of a value; of several messages, a list. */
  convert(value: unknown, as: ConvertAs): unknown {
    const place = places[as]
    if (as === 'messages' && Array.isArray(value))
      return value.map((message) => this.#place(message, place).value)
    return this.#place(value, place).value
  }

  #place(value: unknown, place: string): Made {
    const found = find(value, place)
    const made = found && this.#found(found)
    if (made) return made
    const isMessage = messages.includes(place) && isJson(value)
    return { value: isMessage ? components.raw(value as { type: string }) : value, kind: undefined }
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
    const found = find(inner, shape.holds[property]!)
    if (found?.shape.component === undefined) return undefined
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
    const parts = textParts(text, substitution, (component, props) => this.#make(component, props))
    return parts && this.#component('Text', { ...found, json }, parts)
  }

  /** An item of a quick reply that is an action and nothing else. */
  #bareAction({ type, action, ...others }: Json): Made | undefined {
    if (type !== 'action' || Object.keys(others).length > 0) return undefined
    const made = this.#place(action, 'Action')
    return made.kind === undefined ? undefined : made
  }

  #area(component: string, { json }: Found): Made | undefined {
    const { rectangle: property, kind } = makingOf(component)
    const parts = withoutRectangle(json, property!)
    // As a prop, an area would still need a child.
    if (!parts || this.#style === 'props') return undefined
    const area = areaOf(kind, parts.rest)
    if (!area) return undefined
    const { props, action } = area
    const children = action === undefined ? [] : [this.#place(action, 'Action').value]
    const all = { ...props, ...parts.rectangle }
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
    const props: Record<string, unknown> = { ...json }
    if (shape.type !== undefined) delete props['type']
    const children = [...inline]
    const textProperty = making.children.text
    if (
      textProperty !== undefined &&
      this.#style === 'children' &&
      isTextChild(props, textProperty)
    ) {
      children.push(props[textProperty])
      Reflect.deleteProperty(props, textProperty)
    }
    for (const [property, place] of Object.entries(shape.holds)) {
      const value = props[property]
      if (value === undefined) continue
      const those = this.#children(making, property, place, value)
      if (those) {
        children.push(...those)
        Reflect.deleteProperty(props, property)
      } else props[property] = this.#prop(place, value)
    }
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
    if (!Array.isArray(items) || items.length === 0 || !items.every(isJson)) return undefined
    // Spans without a style are read as one text.
    if (making.children.flexSpan !== undefined && !items.some(hasStyle)) return undefined
    const wanted = isList ? `${property}[]` : property
    const takes = Object.entries(making.children)
      .filter(([, where]) => where === wanted)
      .map(([child]) => child)
    const made = items.map((item) => this.#child(item, isList ? place.slice(0, -2) : place, takes))
    return made.every(({ kind }) => takes.includes(kind ?? 'json'))
      ? made.map((each) => each.value)
      : undefined
  }

  /** A child: a block of a bubble or a bare action, where that is what is taken. */
  #child(json: Json, place: string, takes: readonly string[]): Made {
    const bare = takes.includes('quickReplyItem') && this.#bareAction(json)
    if (bare) return bare
    const found = find(json, place)
    const [, block] =
      Object.entries(found?.shape.blocks ?? {}).find(([kind]) => takes.includes(kind)) ?? []
    if (!found || block === undefined) return this.#place(json, place)
    const { kind, children } = makingOf(block)
    if (Object.values(children).some((where) => where !== ''))
      return this.#component(block, found) ?? { value: json, kind: undefined }
    // It becomes its child.
    return { value: this.#make(named(block), {}, this.#place(json, place).value), kind }
  }
}

/** Messages that cannot be made of elements are still messages. */
const messages: readonly string[] = ['Message', 'ImagemapMessage']

/** A component by its name in JSX. */
function named(name: string): unknown {
  const { Flex, ...others } = components
  const all: Record<string, unknown> = name.startsWith('Flex.') ? Flex : others
  return all[name.replace('Flex.', '')]
}

/** A text that is the same as a child. Beside spans it would be one of them. */
function isTextChild(props: Json, property: string): boolean {
  const { [property]: text, contents } = props
  return (
    typeof text === 'string' &&
    text.trim() !== '' &&
    !(Array.isArray(contents) && contents.length > 0)
  )
}

/** Whether a component would leave a value as it is. What it adds, it adds to nothing but a list. */
const isThere = (value: unknown, place = ''): boolean =>
  place.endsWith('[]') ? Array.isArray(value) : value !== undefined

const hasStyle = (span: Json) => Object.keys(span).length > 2
