/** JSON → builders, called as a person would: the factory with its arguments and children, then a method for each property. */
import type { AnyKind } from './validate-any.ts'
import * as builders from 'fukidashi/builders'
import * as methods from '../../src/builders/generated/methods.js'
import type { Row } from '../../src/components/row.ts'
import { table } from '../../src/components/table.ts'
import { Converter } from '../../src/convert/converter.ts'
import { convertsAs } from './to-elements.ts'

/** No builder can say it: there is no such method, or TypeScript wants a list. */
class Unsayable extends Error {}

type Chain = Record<string, ((...values: unknown[]) => Chain) | undefined>
type Factories = Record<string, ((...values: unknown[]) => Chain) | undefined>

function make(type: unknown, props: Record<string, unknown>, ...children: unknown[]): unknown {
  const { name } = (type as Record<symbol, { name: string }>)[Symbol.for('fukidashi.component')]!
  const own = name.replace('Flex.', '')
  const factories = (name.startsWith('Flex.') ? builders.flex : builders) as unknown as Factories
  const factory = factories[`${own[0]!.toLowerCase()}${own.slice(1)}`]!
  const row: Row = table[name as keyof typeof table]
  const args = row.builder
    .filter((arg) => !arg.startsWith('...'))
    .map((arg) => arg.replace('?', ''))
  const { many } = methods[name.replace('.', '') as keyof typeof methods]
  return Object.entries(props).reduce(
    (builder, [property, value]) => {
      if (args.includes(property)) return builder
      const method = builder[property]
      const isList = (many as readonly string[]).includes(property)
      if (typeof method !== 'function' || isList !== Array.isArray(value)) throw new Unsayable()
      try {
        return isList ? method.apply(builder, value as unknown[]) : method.call(builder, value)
      } catch {
        throw new Unsayable()
      }
    },
    factory(...args.map((property) => props[property]), ...children),
  )
}

const to = new Converter('children', { make })

/** The builder of a value; undefined where none can be written. */
export function toBuilder(value: unknown, as: AnyKind): unknown {
  if (!convertsAs(as)) return undefined
  try {
    return to.convert(value, as)
  } catch (error) {
    if (error instanceof Unsayable) return undefined
    throw error
  }
}
