/** Builders: elements that link to the element before each call. Props are collected when they are compiled. */
import type { Component } from '../jsx-runtime/component.js'
import { ELEMENT, type ElementNode, isElement } from '../jsx-runtime/element.js'
import { nameOf } from '../jsx-runtime/place.js'
import { toJson } from '../jsx-runtime/to-json.js'

/** How a method takes its values: one, a boolean, or several that it collects. */
export type Takes = 'one' | 'flags' | 'many'

/** Shared by all builders of one component. */
export interface Shape {
  readonly component: Component<never>
  /** Props that the first arguments of the factory are; all further ones are children. */
  readonly first: readonly string[]
  readonly takes: Readonly<Record<string, Takes>>
}

type Props = Record<string, unknown>

/**
 * One call, linked to all calls before it; the first is the call of the factory. Copying the props at each call takes
 * twice as long, and so does a class for each component: there is one, with the methods of all.
 */
export class Builder implements ElementNode {
  declare readonly $$typeof: typeof ELEMENT
  declare readonly key: null
  declare readonly source: undefined
  readonly type: unknown
  // The dollar avoids conflicts with the methods, which have the names of LINE's properties.
  readonly $shape: Shape
  readonly $before: Builder | undefined
  readonly $name: string
  readonly $value: unknown
  $props: Props | undefined

  constructor(shape: Shape, before: Builder | undefined, name: string, value: unknown) {
    this.type = shape.component
    this.$shape = shape
    this.$before = before
    this.$name = name
    this.$value = value
    this.$props = undefined
  }

  get props(): Readonly<Props> {
    return (this.$props ??= propsOf(this))
  }

  /** Makes `JSON.stringify(text('hi'))` work. */
  toJSON(): unknown {
    return toJson(this)
  }
}

Object.assign(Builder.prototype, { $$typeof: ELEMENT, key: null, source: undefined })

/** The builder with one call more. */
export function called(before: Builder, name: string, value: unknown): Builder {
  const shape = before.$shape
  if (shape.takes[name] === undefined) throw noMethod(shape, name)
  return new Builder(shape, before, name, value)
}

const noMethod = ({ component, takes }: Shape, name: string) =>
  new TypeError(
    `<${nameOf(component)}> has no property ${name}; it has ${Object.keys(takes).join(', ')}`,
  )

function propsOf(last: Builder): Props {
  let count = 0
  let start = last
  for (; start.$before; start = start.$before) count++
  // In the order of the calls.
  const calls = new Array<Builder>(count)
  for (let call = last; count > 0; call = call.$before!) calls[--count] = call
  const { first, takes } = last.$shape
  // Filled from nothing: in V8, adding to a copy is several times as slow.
  const props = propsOfArguments(start.$value as readonly unknown[], first)
  let own: Set<string> | undefined
  for (const { $name: name, $value: value } of calls) {
    if (Array.isArray(value) && props[name] !== undefined && takes[name] === 'many')
      // The list of the first call belongs to other builders too.
      if (own?.has(name)) append(props[name] as unknown[], value)
      else {
        own = (own ?? new Set()).add(name)
        props[name] = [props[name], value].flat()
      }
    else props[name] = value
  }
  return props
}

function propsOfArguments(values: readonly unknown[], first: readonly string[]): Props {
  // The first property of a component is a scalar: an object has all properties.
  const [all] = values
  if (first.length > 0 && typeof all === 'object' && all !== null && !isElement(all))
    return { ...(all as Props) }
  const props: Props = {}
  for (let i = 0; i < first.length && i < values.length; i++) props[first[i]!] = values[i]
  const children = values.length - first.length
  if (children > 0) props['children'] = children === 1 ? values.at(-1) : values.slice(first.length)
  return props
}

function append(list: unknown[], items: readonly unknown[]): void {
  for (const item of items) list.push(item)
}
