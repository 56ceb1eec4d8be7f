/** Finds the component that makes a piece of JSON in a certain place. */
import { isRecord } from '../common/json.js'
import { makings, shapes, unions } from './generated/shapes.js'
import type { Making, Shape } from './shape.js'

export type Json = Readonly<Record<string, unknown>>

export const isJson: (value: unknown) => value is Json = isRecord

/** A definition of the spec that a piece of JSON has the `type` of. */
export interface Found {
  readonly definition: string
  readonly shape: Shape
  readonly json: Json
}

export const makingOf = (component: string): Making => makings[component]!

// JSX uses them for something else, or they are lost when an object is copied.
const reserved = ['children', 'key', 'ref', '__source', '__self', '__proto__']

/**
 * What a value is in a place, or undefined if it is nothing that a component makes.
 *
 * @param place - the name of a definition or of a union in the spec
 */
export function find(value: unknown, place: string): Found | undefined {
  if (!isJson(value) || reserved.some((name) => Object.hasOwn(value, name))) return undefined
  const names = unions[place] ?? [place]
  const definition =
    names.find((name) => fits(value, name)) ??
    // In a wrong place, it is still what it is.
    Object.keys(shapes).find(
      (name) => shapes[name]!.type !== undefined && fits(value, name) && sameKind(name, names),
    )
  if (definition === undefined) return undefined
  return { definition, shape: shapes[definition]!, json: value }
}

/** Whether a value is in the place where it belongs. */
export const belongsIn = ({ definition }: Found, place: string): boolean =>
  (unions[place] ?? [place]).includes(definition)

/** Whether a definition or union of the spec is made by components. */
export const isPlace = (name: string): boolean =>
  Object.hasOwn(shapes, name) || Object.hasOwn(unions, name)

/** The objects in a value that are converted by themselves, and the component of each. */
export function objectsIn(
  value: unknown,
  place: string,
  objects = new Map<object, string | undefined>(),
): Map<object, string | undefined> {
  if (!isJson(value)) return objects
  const { shape } = find(value, place) ?? {}
  objects.set(value, shape?.component)
  for (const [name, held] of Object.entries(shape?.holds ?? {})) {
    const part = value[name]
    const isList = held.endsWith('[]')
    for (const item of isList && Array.isArray(part) ? part : isList ? [] : [part])
      objectsIn(item, held.replace('[]', ''), objects)
  }
  const { substitution } = value
  if (shape && isJson(substitution))
    for (const part of Object.values(substitution)) if (isJson(part)) objects.set(part, undefined)
  return objects
}

function fits(value: Json, definition: string): boolean {
  const shape = shapes[definition]
  return shape !== undefined && (shape.type === undefined || shape.type === value['type'])
}

function sameKind(definition: string, places: readonly string[]): boolean {
  const kind = kindOf(definition)
  return kind !== undefined && places.some((place) => kindOf(place) === kind)
}

function kindOf(definition: string): string | undefined {
  const component = shapes[definition]?.component
  return component === undefined ? undefined : makingOf(component).kind
}
