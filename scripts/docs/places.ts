/** Finds which component may be in which by trying every pair. */
import * as components from '../../src/components/index.ts'
import { Compiler } from '../../src/jsx-runtime/compiler.ts'
import { builtIn, type Definition, type Kind } from '../../src/jsx-runtime/component.ts'
import { createNode } from '../../src/jsx-runtime/jsx.ts'
import { validate, type ValidateAs } from '../../src/validation/index.ts'

const { Flex, ...others } = components

/** Every component by its name in JSX. */
export const definitions = new Map<string, Definition>()
const types = new Map<string, unknown>()
for (const type of [...Object.values(others), ...Object.values(Flex)]) {
  const definition = builtIn(type)
  if (!definition) continue
  definitions.set(definition.name, definition)
  types.set(definition.name, type)
}

/** How the JSON of a kind is validated. */
const seen: Partial<Record<Kind, [as: ValidateAs, around: (json: object) => object]>> = {
  message: ['message', (json) => json],
  quickReply: ['quick-reply', (json) => json],
  quickReplyItem: ['quick-reply', (item) => ({ items: [item] })],
  column: ['template', (column) => ({ type: 'carousel', columns: [column] })],
  imageColumn: ['template', (column) => ({ type: 'image_carousel', columns: [column] })],
  richMenu: ['rich-menu', (json) => json],
  richMenuArea: ['rich-menu', (area) => ({ areas: [area] })],
  flexContainer: ['flex', (json) => json],
  flexHeader: ['flex', (header) => ({ type: 'bubble', header })],
  flexHero: ['flex', (hero) => ({ type: 'bubble', ...hero })],
  flexBody: ['flex', (body) => ({ type: 'bubble', body })],
  flexFooter: ['flex', (footer) => ({ type: 'bubble', footer })],
  flexComponent: ['flex-component', (json) => json],
  flexVideo: ['flex-component', (json) => json],
}

const layouts = ['vertical', 'horizontal', 'baseline']

function fits(parent: string, child: string, props: object): boolean {
  const compiler = new Compiler({})
  const element = createNode(types.get(parent), {
    ...props,
    children: createNode(types.get(child), {}),
  })
  const json = compiler.leaf(element) as object
  if (compiler.problems.some(({ code }) => code === 'wrong_child')) return false
  const how = seen[definitions.get(parent)!.kind]
  if (!how) return true
  const [as, around] = how
  return !validate(around(json), { as }).some(
    ({ code, path }) => code === 'misplaced' || (code === 'not_permitted' && path.endsWith('type')),
  )
}

/** The components in which one may be, with the layouts of boxes if not all of them take it. */
export function placesOf(child: string, parents: readonly string[]): string[] {
  const places: string[] = []
  for (const parent of parents) {
    const { kind } = definitions.get(parent)!
    const isBox = parent === 'Flex.Box' || /^flex(Header|Body|Footer)$/.test(kind)
    if (!isBox) {
      if (fits(parent, child, {})) places.push(parent)
      continue
    }
    const good = layouts.filter((layout) => fits(parent, child, { layout }))
    if (good.length === layouts.length) places.push(parent)
    else if (good.includes('vertical')) places.push(`${parent} (not \`baseline\`)`)
    else if (good.length > 0) places.push(`${parent} (\`${good.join('`, `')}\` only)`)
  }
  return places
}
