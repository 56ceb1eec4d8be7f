/** Many small messages on one picture: the corpus, group by group. */
import { type Case, corpus } from '../../test/fixtures/messages/index.ts'
import { layOut } from '../../src/preview/png/lay-out.ts'
import { type Drawable, type PreviewOptions, toTree } from '../../src/preview/index.ts'
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

/** Kinds of the corpus that are seen. Others are requests without a picture, or differ in addresses alone. */
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

/** A box without contents has some here, and one without a colour has one: otherwise there would be nothing to see. */
function seen(box: { contents?: unknown }): unknown {
  const words = ['Tea', 'leaves'].map((said) => ({ type: 'text', text: said, size: 'sm', flex: 0 }))
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
        ? seen(value)
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

/** By what a case is checked as. */
const forms: Readonly<Partial<Record<NonNullable<Case['as']>, Form>>> = {
  message: { width: 375, columns: 3, drawable: (value) => value, options: { account: teaShop } },
  flex: { width: 390, columns: 3, drawable: flex, options: alone },
  bubble: { width: 390, columns: 3, drawable: flex, options: alone },
  'flex-component': { width: 274, columns: 4, drawable: inBubble, options: alone },
  'rich-menu': { width: 274, columns: 4, drawable: (menu) => ({ menu, open: true }), options: {} },
}

/** What is seen of a tree: neither what it does nor where its pictures are. */
const look = (tree: BoxNode): string =>
  JSON.stringify(tree, (name, value: unknown) =>
    name === 'tap' || name === 'url' || name === 'alt' || name === 'placeholder'
      ? undefined
      : value,
  )

const isGood = ({ problems }: Case): boolean =>
  problems.every(({ severity }) => severity === 'warning')

/** The sheets of the corpus. What looks the same stands on them once. */
export function sheets(): Sheet[] {
  const found = new Map<string, { sheet: Sheet; cells: Cell[]; looks: Set<string> }>()
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
      let group = found.get(name)
      if (!group) {
        const cells: Cell[] = []
        const sheet = { name, title, cells, columns, width }
        found.set(name, (group = { sheet, cells, looks: new Set() }))
      }
      const tree = toTree(form.drawable(one.value as never) as Drawable, { width, ...form.options })
      const looks = look(tree)
      if (group.looks.has(looks)) continue
      group.looks.add(looks)
      group.cells.push({ label: isFlex ? rest.join(': ') : one.name, tree })
    }
  return [...found.values()].map(({ sheet }) => sheet)
}

const gap = 14
/** Longer cells are cut: a text of 5,000 letters says no more than one of 500. */
const highest = 460

const cellBox = ({ label, tree }: Cell, width: number): BoxNode =>
  box({ width, marginBottom: gap }, [
    text({ fontSize: 11, lineHeight: 1.4, color: '#57606a', marginBottom: 3 }, label, {
      wrap: true,
      maxLines: 2,
    }),
    box({ width, maxHeight: highest, overflow: 'hidden', borderRadius: 6 }, [tree]),
  ])

/** A sheet as PNG, the next cell always in the shortest column. */
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
    const made = cellBox(cell, width)
    const { height } = await layOut(made, options)
    const shortest = filled.reduce((best, column) => (column.height < best.height ? column : best))
    shortest.height += height
    shortest.boxes.push(made)
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
  const { renderer, part, how } = await layOut(page, options)
  if (problems.length > 0) throw new Error(`${name}: ${[...new Set(problems)].join('\n')}`)
  return renderer.render(part, how)
}
