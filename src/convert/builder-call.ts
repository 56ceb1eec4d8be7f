/** The calls of a builder that make an element, and the builder itself. */
import { isObject } from '../common/json.js'
import { setProperty } from '../jsx-runtime/set-property.js'
import * as builders from '../builders/index.js'
import { builtIn } from '../jsx-runtime/component.js'
import { type ElementNode, isElement } from '../jsx-runtime/element.js'
import { createNode } from '../jsx-runtime/jsx.js'
import { nameOf } from '../jsx-runtime/place.js'
import { type Json, makingOf } from './find.js'

/** A factory, its arguments, and the methods called on what it makes. */
export interface BuilderCall {
  /** `text`, `flex.horizontal`; the name of the function of a repeated piece. */
  readonly factory: string
  readonly args: readonly unknown[]
  readonly methods: readonly (readonly [name: string, values: readonly unknown[]])[]
}

/** True if a builder has a method for each of these props. */
export function canBuild(component: string, props: Json): boolean {
  const { one, flags, many } = makingOf(component).props
  return Object.entries(props).every(
    ([name, value]) =>
      one.includes(name) || flags.includes(name) || (many.includes(name) && Array.isArray(value)),
  )
}

const calls = new WeakMap<ElementNode, BuilderCall>()

/** Whether what can be a child is an argument of a builder; otherwise it has a method. */
export const isArgument = (component: string, property: string): boolean =>
  makingOf(component).takesChildren && property !== 'quickReply' && property !== 'sender'

/** The calls that make an element. */
export function builderCall(element: ElementNode): BuilderCall {
  const known = calls.get(element) ?? callOf(element)
  calls.set(element, known)
  return known
}

function callOf({ type, props }: ElementNode): BuilderCall {
  const definition = builtIn(type)
  // A repeated piece.
  if (!definition) {
    const args = Object.keys(props).length > 0 ? [props] : []
    return { factory: nameOf(type), args, methods: [] }
  }
  if (definition.kind === 'raw') return { factory: 'raw', args: [props['value']], methods: [] }
  const { args: names, words, props: known } = makingOf(definition.name)
  const word = words?.names.find((each) => each === props[words.property])
  const bare = names.map((name) => (name.endsWith('?') ? name.slice(0, -1) : name))
  const args: unknown[] = bare.map((name) => props[name])
  const { children } = props
  const all = children === undefined ? [] : [children].flat()
  if (all.length === 0)
    while (args.length > 0 && args.at(-1) === undefined && names[args.length - 1]!.endsWith('?'))
      args.pop()
  const isSet = (name: string) =>
    bare.includes(name) || (word !== undefined && name === words?.property)
  const methods = Object.keys(props)
    .filter((name) => name !== 'children' && !isSet(name))
    .map((name) => [name, valuesOf(name, props[name])] as const)
  return { factory: factoryOf(definition.name, word), args: [...args, ...all], methods }

  function valuesOf(name: string, value: unknown): readonly unknown[] {
    if (known.many.includes(name)) return value as unknown[]
    return known.flags.includes(name) && value === true ? [] : [value]
  }
}

/** `flex.text` for `Flex.Text`. */
function factoryOf(component: string, word: string | undefined): string {
  const own = component.replace('Flex.', '')
  const factory = word ?? `${own[0]!.toLowerCase()}${own.slice(1)}`
  return component.startsWith('Flex.') ? `flex.${factory}` : factory
}

type Chain = Record<string, (...values: unknown[]) => Chain>

/** A value in which every element is made by builders, as their calls would make it. */
export function built(value: unknown): unknown {
  if (!isObject(value)) return value
  if (Array.isArray(value)) return value.map(built)
  if (!isElement(value)) {
    const copy = {}
    for (const [name, part] of Object.entries(value)) setProperty(copy, name, built(part))
    return copy
  }
  const definition = builtIn(value.type)
  if (!definition || definition.kind === 'raw')
    return createNode(value.type, built(value.props) as Readonly<Record<string, unknown>>)
  const { factory, args, methods } = builderCall(value)
  const isFlex = factory.startsWith('flex.')
  const factories = (isFlex ? builders.flex : builders) as unknown as Chain
  return methods.reduce<Chain>(
    (chain, [name, values]) => chain[name]!(...values.map(built)),
    factories[factory.replace('flex.', '')]!(...args.map(built)),
  )
}
