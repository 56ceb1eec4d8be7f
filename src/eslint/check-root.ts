/** Validates an element of any kind. What cannot be sent by itself is checked within a component that takes it. */
import * as components from '../components/index.js'
import { builtIn, type Kind } from '../jsx-runtime/component.js'
import type { ElementNode } from '../jsx-runtime/element.js'
import { jsx } from '../jsx-runtime/jsx.js'
import { validate } from '../render/index.js'
import type { Problem, ValidateAs } from '../validation/index.js'
import { Cell, Imagemap, RichMenu } from '../rich-menu/components/index.js'

/** Kinds that are validated by themselves. */
const asOf: Partial<Record<Kind, ValidateAs>> = {
  action: 'action',
  quickReply: 'quick-reply',
  flexContainer: 'flex',
  flexComponent: 'flex-component',
  richMenu: 'rich-menu',
}

const { Flex, ...rest } = components
const allComponents: readonly unknown[] = [...Object.values(rest), ...Object.values(Flex)].filter(
  builtIn,
)
const holders = new Map<Kind, unknown>()

/** Components that take a kind of children. */
function holdersOf(kind: Kind, child: unknown): readonly unknown[] {
  if (kind === 'richMenuPart') return [RichMenu, Imagemap]
  if (kind === 'richMenuContent') return [Cell]
  if (!holders.has(kind))
    holders.set(
      kind,
      allComponents.find((component) => {
        const element = jsx(component, { children: jsx(child, {}) })
        const codes = validate(element, { as: 'message' }).map(({ code }) => code)
        return !codes.includes('wrong_child')
      }),
    )
  return [holders.get(kind) ?? []].flat()
}

/** True for an unknown style, which the menu around may have. */
export const isStyleName = ({ code, path }: Problem): boolean =>
  code === 'wrong_value' && /(?:^|\.)style$/.test(path)

/**
 * The problems of an element and of what is in it; without those of what surrounds it. One that may be in several components is checked
 * where it has the fewest.
 */
export function problemsOf(element: ElementNode): Problem[] {
  const definition = builtIn(element.type)
  if (!definition) return []
  const { kind } = definition
  if (kind === 'message') return validate([element])
  const as = asOf[kind]
  if (as) return validate(element, { as })
  const [first = [], ...others] = holdersOf(kind, element.type).map((holder) =>
    problemsOf(jsx(holder, { children: element }) as unknown as ElementNode).filter(
      (problem) => problem.source !== undefined && !isStyleName(problem),
    ),
  )
  return others.reduce((best, one) => (one.length < best.length ? one : best), first)
}
