/** Layouts by chance, and the same as CSS. */
import fc from 'fast-check'
import type { GroupNode, LayoutNode } from '../../src/rich-menu/layout/node.js'
import type { PartSize } from '../../src/rich-menu/layout/part-size.js'

const size = (deep: boolean): fc.Arbitrary<PartSize> =>
  fc.record(
    {
      flex: fc.constantFrom(1, 2, 3, 0.5),
      width: fc.integer({ min: deep ? 60 : 20, max: 200 }),
      height: fc.integer({ min: deep ? 60 : 20, max: 200 }),
    },
    { requiredKeys: [] },
  )

const cell = size(false).map((part): LayoutNode => ({
  kind: 'cell',
  ...part,
  action: undefined,
  tab: undefined,
}))

const group = (depth: number): fc.Arbitrary<GroupNode> =>
  fc
    .record({
      kind: fc.constantFrom('row', 'column'),
      gap: fc.constantFrom(0, 1, 7, 24),
      padding: fc.constantFrom(0, 3, 36),
      size: size(true),
      parts: fc.array(depth === 0 ? cell : fc.oneof(cell, group(depth - 1)), {
        minLength: 1,
        maxLength: 4,
      }),
    })
    .map(({ size, ...rest }) => ({ ...rest, ...size }))

/** Rows and columns in each other. */
export const layouts = group(3)

/** Layouts without fixed lengths: they fill the menu. */
export const fluidLayouts = layouts.map(fluid)

function fluid(node: GroupNode): GroupNode {
  return { ...withoutLengths(node), parts: node.parts.map(fluidPart) }
}

const fluidPart = (part: LayoutNode): LayoutNode =>
  part.kind === 'cell' ? withoutLengths(part) : fluid(part)

/** Shares below 1 leave room empty. */
function withoutLengths<Node extends LayoutNode>({ flex, ...node }: Node): Node {
  const copy = { ...node, ...(flex !== undefined && { flex: Math.ceil(flex) }) } as unknown as Node
  delete copy.width
  delete copy.height
  return copy
}

/** The same layout for a browser; cells in the order of the tree. */
export function htmlOf(node: LayoutNode, parent?: GroupNode['kind']): string {
  const along = parent === 'row' ? node.width : node.height
  const across = parent === 'row' ? node.height : node.width
  const styles = ['box-sizing:border-box', 'min-width:0', 'min-height:0']
  if (parent) {
    const flex =
      node.flex !== undefined
        ? `${node.flex} 1 0px`
        : along === undefined
          ? '1 1 0px'
          : `0 0 ${along}px`
    styles.push(`flex:${flex}`)
    if (across !== undefined) styles.push(`${parent === 'row' ? 'height' : 'width'}:${across}px`)
  } else styles.push('width:100%', 'height:100%')
  if (node.kind === 'cell') return `<i style="display:block;${styles.join(';')}"></i>`
  styles.push('display:flex', `flex-direction:${node.kind}`, `gap:${node.gap}px`)
  styles.push(`padding:${node.padding}px`)
  const parts = node.parts.map((part) => htmlOf(part, node.kind)).join('')
  return `<div style="${styles.join(';')}">${parts}</div>`
}
