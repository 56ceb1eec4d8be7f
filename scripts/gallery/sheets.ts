/** Many small messages on one picture: the test messages, by group. */
import { type Case, corpus } from '../../test/fixtures/messages/index.ts'
import { layOut } from '../../src/preview/png/lay-out.ts'
import type { Drawable, PreviewOptions } from '../../src/preview/index.ts'
import { drawTree } from '../../src/preview/to-tree.ts'
import { box, type BoxNode, text, type TreeNode } from '../../src/preview/tree.ts'
import { smallPhoto } from './photos/index.ts'
import { slug, teaShop } from './plates.ts'

/** A picture with cells in columns. */
export interface Sheet {
  name: string
  title: string
  cells: readonly Cell[]
  columns: number
  /** Pixels. */
  width: number
}

interface Cell {
  label: string
  tree: TreeNode
}

/** Groups of test messages that are drawn. The others are requests, or differ only in their URLs. */
const kinds = [
  'text',
  'media',
  'quick replies',
  'templates',
  'imagemaps',
  'actions in their places',
  'Flex values',
  'Flex structure',
  'rich menus',
] as const

const flex = (contents: unknown): unknown => ({ type: 'flex', altText: 'a', contents })

/** Adds contents to an empty box, and a background color: otherwise it would be invisible. */
function visibleBox(box: { contents?: unknown }): unknown {
  const words = ['Tea', 'leaves'].map((word) => ({ type: 'text', text: word, size: 'sm', flex: 0 }))
  const isEmpty = Array.isArray(box.contents) && box.contents.length === 0
  return { backgroundColor: '#d5ecdd', ...box, ...(isEmpty && { contents: words }) }
}

/** A component in the body of a bubble. */
function inBubble(value: { type?: unknown; contents?: unknown }): unknown {
  const isVideo = value.type === 'video'
  const content =
    value.type === 'span'
      ? { type: 'text', contents: [value] }
      : value.type === 'box'
        ? visibleBox(value)
        : value
  const layout = value.type === 'icon' ? 'baseline' : 'vertical'
  const body = { type: 'box', layout, contents: [content] }
  return flex({ type: 'bubble', size: 'kilo', ...(isVideo ? { hero: value } : { body }) })
}

interface Form {
  width: number
  columns: number
  drawable: (value: never) => unknown
  options: PreviewOptions
}

const alone = { frame: 'none' } as const

/** How to draw a case, by the `as` option that it is validated with. */
const forms: Readonly<Partial<Record<NonNullable<Case['as']>, Form>>> = {
  message: { width: 375, columns: 3, drawable: (value) => value, options: { account: teaShop } },
  flex: { width: 390, columns: 3, drawable: flex, options: alone },
  bubble: { width: 390, columns: 3, drawable: flex, options: alone },
  'flex-component': { width: 274, columns: 4, drawable: inBubble, options: alone },
  'rich-menu': { width: 274, columns: 4, drawable: (menu) => ({ menu, open: true }), options: {} },
}

/** The visible part of a tree: without actions and URLs. */
const appearance = (tree: BoxNode): string =>
  JSON.stringify(tree, (name, value: unknown) =>
    name === 'tap' || name === 'url' || name === 'alt' || name === 'placeholder'
      ? undefined
      : value,
  )

const isGood = ({ problems }: Case): boolean =>
  problems.every(({ severity }) => severity === 'warning')

/** The sheets of all test messages. Messages that look the same are on them once. */
export function sheets(): Sheet[] {
  const groups = new Map<string, { sheet: Sheet; cells: Cell[]; appearances: Set<string> }>()
  for (const kind of kinds)
    for (const one of corpus[kind]!.filter(isGood)) {
      const form = forms[one.as ?? 'message']
      if (!form) continue
      const [subject = '', ...rest] = one.name.split(': ')
      const isFlex = kind.startsWith('Flex')
      const title = isFlex ? `${kind}: ${subject}` : kind
      const { width, columns } = form
      const isMenu = one.as === 'rich-menu' && kind !== 'rich menus'
      const name = slug(isMenu ? `${title} rich menus` : title)
      let group = groups.get(name)
      if (!group) {
        const cells: Cell[] = []
        const sheet = { name, title, cells, columns, width }
        groups.set(name, (group = { sheet, cells, appearances: new Set() }))
      }
      const drawable = form.drawable(one.value as never) as Drawable
      // Without the bars around a chat.
      const tree = drawTree(drawable, { width, ...form.options }, true)
      const visible = appearance(tree)
      if (group.appearances.has(visible)) continue
      group.appearances.add(visible)
      group.cells.push({ label: isFlex ? rest.join(': ') : one.name, tree })
    }
  return [...groups.values()].map(({ sheet }) => sheet)
}

const gap = 14
/** Higher cells are cut off. */
const maxHeight = 460

const cellBox = ({ label, tree }: Cell, width: number): BoxNode =>
  box({ width, marginBottom: gap }, [
    text({ fontSize: 11, lineHeight: 1.4, color: '#57606a', marginBottom: 3 }, label, {
      wrap: true,
      maxLines: 2,
    }),
    box({ width, maxHeight, overflow: 'hidden', borderRadius: 6 }, [tree]),
  ])

/** Draws a sheet as PNG. Each cell goes to the shortest column. */
export async function drawSheet({ name, cells, columns, width }: Sheet): Promise<Uint8Array> {
  const problems: string[] = []
  const options = {
    scale: 1,
    loadImage: smallPhoto,
    trustImages: true,
    onProblem: ({ message }: { message: string }) => problems.push(message),
  }
  const filled = Array.from({ length: Math.min(columns, cells.length) }, () => ({
    height: 0,
    boxes: [] as BoxNode[],
  }))
  for (const cell of cells) {
    const cellTree = cellBox(cell, width)
    const { height } = await layOut(cellTree, options)
    const shortest = filled.reduce((best, column) => (column.height < best.height ? column : best))
    shortest.height += height
    shortest.boxes.push(cellTree)
  }
  const page = box(
    {
      width: gap + filled.length * (width + gap),
      flexDirection: 'row',
      backgroundColor: '#ffffff',
      paddingTop: gap,
    },
    filled.map(({ boxes }) => box({ width, marginLeft: gap }, boxes)),
  )
  const { renderer, part, renderOptions } = await layOut(page, options)
  if (problems.length > 0) throw new Error(`${name}: ${[...new Set(problems)].join('\n')}`)
  return renderer.render(part, renderOptions)
}
