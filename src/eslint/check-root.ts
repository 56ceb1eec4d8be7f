/** Validates an element of any kind. What cannot be sent by itself is checked within a component that takes it. */
import * as components from '../components/index.js'
import { builtIn, type Kind } from '../jsx-runtime/component.js'
import type { ElementNode } from '../jsx-runtime/element.js'
import { jsx } from '../jsx-runtime/jsx.js'
import { validate } from '../render/index.js'
import type { Problem, ValidateAs } from '../validation/index.js'

/** Kinds that are validated by themselves. */
const asOf: Partial<Record<Kind, ValidateAs>> = {
  action: 'action',
  quickReply: 'quick-reply',
  flexContainer: 'flex',
  flexComponent: 'flex-component',
  richMenu: 'rich-menu',
}

const { Flex, ...others } = components
const allComponents: readonly unknown[] = [...Object.values(others), ...Object.values(Flex)].filter(
  builtIn,
)
const holders = new Map<Kind, unknown>()

/** A component that takes a kind of children. */
function holderOf(kind: Kind, child: unknown): unknown {
  if (!holders.has(kind))
    holders.set(
      kind,
      allComponents.find((component) => {
        const element = jsx(component, { children: jsx(child, {}) })
        const codes = validate(element, { as: 'message' }).map(({ code }) => code)
        return !codes.includes('wrong_child')
      }),
    )
  return holders.get(kind)
}

/** The problems of an element and of what is in it; without those of what surrounds it. */
export function problemsOf(element: ElementNode): Problem[] {
  const definition = builtIn(element.type)
  if (!definition) return []
  const { kind } = definition
  if (kind === 'message') return validate([element])
  const as = asOf[kind]
  if (as) return validate(element, { as })
  const holder = holderOf(kind, element.type)
  return holder ? problemsOf(jsx(holder, { children: element }) as unknown as ElementNode) : []
}
