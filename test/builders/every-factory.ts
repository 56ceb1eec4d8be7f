/** Every factory with its component and the names of its methods, found and not listed: a new one is tested by itself. */
import { Flex } from 'fukidashi'
import * as components from 'fukidashi'
import * as builders from 'fukidashi/builders'
import { jsx } from 'fukidashi/jsx-runtime'
import * as methods from '../../src/builders/generated/methods.js'

/** A builder to those who do not know what it builds. */
export interface AnyBuilder {
  readonly type: unknown
  readonly props: Record<string, unknown>
  readonly [method: string]: unknown
}

export interface Factory {
  /** `buttons`, `flex.box`. */
  readonly name: string
  readonly make: (...values: unknown[]) => AnyBuilder
  /** As in the generated list: `Buttons`, `FlexBox`. */
  readonly component: keyof typeof methods
  readonly methods: Readonly<Record<'one' | 'flags' | 'many', readonly string[]>>
}

const notComponents = new Set(['raw', 'horizontal', 'vertical', 'baseline'])

const rooms: readonly { prefix: string; names: string; factories: Record<string, unknown> }[] = [
  { prefix: '', names: '', factories: builders },
  { prefix: 'flex.', names: 'Flex', factories: builders.flex },
]

export const everyFactory: readonly Factory[] = rooms.flatMap((room) =>
  Object.entries(room.factories)
    .filter(([name, factory]) => typeof factory === 'function' && !notComponents.has(name))
    .map(([name, factory]) => {
      const component = `${room.names}${capital(name)}` as keyof typeof methods
      return {
        name: room.prefix + name,
        make: factory as Factory['make'],
        component,
        methods: methods[component],
      }
    }),
)

/** The component of a factory, by the name that JSX has for it. */
export const componentOf = ({ name }: Factory): unknown => {
  const [room, flexName] = name.split('.') as [string, string?]
  return flexName
    ? (Flex as Record<string, unknown>)[capital(flexName)]
    : (components as Record<string, unknown>)[capital(room)]
}

/** Calls a method by its name. */
export const call = (builder: AnyBuilder, method: string, ...values: unknown[]): AnyBuilder =>
  (builder[method] as (...values: unknown[]) => AnyBuilder)(...values)

/** The element that JSX makes of these props. */
export const element = (type: unknown, props: Record<string, unknown>): unknown => jsx(type, props)

/** The JSON of an element, or the reason why there is none. */
export function jsonOf(value: unknown): string {
  try {
    return JSON.stringify(value)
  } catch (error) {
    return `threw ${String(error)}`
  }
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1)
}
