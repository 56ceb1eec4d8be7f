/** Factories of builders, from components and the names of their props. */
import type { Component } from '../jsx-runtime/component.js'
import { Builder, called, type Shape, type Takes } from './builder.js'

/** Names of a builder's methods. */
export type Methods = Readonly<Record<Takes, readonly string[]>>

const kinds = ['one', 'flags', 'many'] as const

/**
 * Makes the factory of a component's builders.
 *
 * @param component - component of the elements that the builders make
 * @param methods - names of the methods
 * @param first - props that the first arguments of the factory set; all further arguments are children
 */
export function factory(
  component: Component<never>,
  methods: Methods,
  ...first: readonly string[]
): Factory {
  const takes: Record<string, Takes> = {}
  for (const kind of kinds)
    for (const name of methods[kind]) {
      takes[name] = kind
      if (kind === 'many' || !(name in prototype)) prototype[name] = method[kind](name)
    }
  const shape: Shape = { component, first, takes }
  const make = (...values: unknown[]) =>
    new Builder(shape, undefined, '', flat(values, first.length))
  return make as unknown as Factory
}

/** Assignable to every declared factory. The declaration has the types of arguments and result. */
type Factory = (...values: readonly unknown[]) => never

type Method = (this: Builder, ...values: unknown[]) => Builder

const prototype = Builder.prototype as unknown as Record<string, Method>

const method: Record<Takes, (name: string) => Method> = {
  one: (name) =>
    function (value) {
      return called(this, name, value)
    },
  flags: (name) =>
    function (...values) {
      return called(this, name, values.length === 0 ? true : values[0])
    },
  // A list for one component may be a single value for another.
  many: (name) =>
    function (...values) {
      const isList = this.$shape.takes[name] === 'many'
      // An empty child is left to the component: an empty text is reported, not dropped.
      const value = isList ? flat(values, 0, name === 'children' ? undefined : '') : values[0]
      return called(this, name, value)
    },
}

/** The items, from `start` on without nesting and without those that print nothing. `blank` is left out too. */
function flat(items: unknown[], start: number, blank?: ''): unknown[] {
  for (let i = start; i < items.length; i++)
    if (!isItem(items[i], blank)) {
      const list = items.slice(0, i)
      for (; i < items.length; i++) add(list, items[i], blank)
      return list
    }
  return items
}

// Faster by far than `flat` and `filter`.
function add(list: unknown[], item: unknown, blank: '' | undefined): void {
  if (Array.isArray(item)) for (const inner of item) add(list, inner, blank)
  else if (isItem(item, blank)) list.push(item)
}

const isItem = (item: unknown, blank: '' | undefined) =>
  item !== undefined &&
  item !== null &&
  item !== blank &&
  typeof item !== 'boolean' &&
  !Array.isArray(item)
