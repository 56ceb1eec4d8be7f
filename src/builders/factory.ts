/** Factories of builders, from components and the names of their props. */
import type { Component } from '../jsx-runtime/component.js'
import { Builder, called, type Shape, type Takes } from './builder.js'

/** Names of a builder's methods. */
export type Methods = Readonly<Record<Takes, readonly string[]>>

const kinds = ['one', 'flags', 'many'] as const

/**
 * Makes the factory of a component's builders.
 *
 * @param component - what the builders are elements of
 * @param methods - names of the methods
 * @param first - props that the first arguments of the factory are; all further ones are children
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

/** Fits every declared factory; what arguments and result really are, the declaration says. */
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
  // What is a list for one component may be a single value for another.
  many: (name) =>
    function (...values) {
      return called(this, name, this.$shape.takes[name] === 'many' ? flat(values, 0) : values[0])
    },
}

/** The items, from `start` on without nesting and without what prints nothing. */
function flat(items: unknown[], start: number): unknown[] {
  for (let i = start; i < items.length; i++)
    if (!stands(items[i])) {
      const list = items.slice(0, i)
      for (; i < items.length; i++) add(list, items[i])
      return list
    }
  return items
}

// Faster by far than `flat` and `filter`.
function add(list: unknown[], item: unknown): void {
  if (Array.isArray(item)) for (const inner of item) add(list, inner)
  else if (stands(item)) list.push(item)
}

const stands = (item: unknown) =>
  item !== undefined && item !== null && typeof item !== 'boolean' && !Array.isArray(item)
