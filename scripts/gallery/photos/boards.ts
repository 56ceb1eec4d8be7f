/** Pictures with words in them: a floor map and the two tabs of a rich menu. The library's own tree draws them. */
import { layOut } from '../../../src/preview/png/lay-out.ts'
import { box, image, type Style, text, type TreeNode } from '../../../src/preview/tree.ts'
import { line, path, rect, svg } from './draw.ts'

const bytes = (drawing: string): Uint8Array => new TextEncoder().encode(drawing)

/** A tree as PNG; pictures in it are drawings by their names. */
async function drawn(
  tree: TreeNode,
  pictures: Readonly<Record<string, string>>,
): Promise<Uint8Array> {
  if (tree.kind !== 'box') throw new Error('A board is a box')
  const loadImage = (url: string) => {
    const drawing = pictures[url.slice(url.lastIndexOf('/') + 1)]
    return drawing === undefined ? undefined : bytes(drawing)
  }
  const { renderer, part, how } = await layOut(tree, { scale: 1, loadImage, trustImages: true })
  return renderer.render(part, how)
}

const at = (x: number, y: number, width: number, height: number): Style => ({
  position: 'absolute',
  left: x,
  top: y,
  width,
  height,
})

const middle = { alignItems: 'center', justifyContent: 'center' } as const

const icon = (body: string, color: string): string =>
  svg(
    96,
    96,
    `<g fill="none" stroke="${color}" stroke-width="6" stroke-linecap="round" stroke-linejoin="round">${body}</g>`,
  )

const icons = {
  pot: '<path d="M30 38h40v22c0 12-8 18-20 18s-20-6-20-18zM30 44c-8-2-12-10-16-14M70 44c14-4 16 18 0 18M38 38c0-8 4-12 12-12s12 4 12 12M50 20v2"/>',
  list: '<path d="M26 18h44v62l-7-5-8 5-7-5-8 5-7-5-7 5zM36 36h24M36 50h24M36 62h14"/>',
  pin: '<path d="M48 84c18-20 27-33 27-46a27 27 0 1 0-54 0c0 13 9 26 27 46z"/><circle cx="48" cy="38" r="10"/>',
  phone:
    '<path d="M30 18l12 18-8 8c4 8 10 14 18 18l8-8 18 12c-2 10-8 14-16 14C38 78 18 56 16 34c0-8 4-14 14-16z"/>',
  fork: '<path d="M34 16v64M24 16v18c0 8 4 12 10 12s10-4 10-12V16M66 80V16c-10 4-12 18-12 30h12"/>',
  dress: '<path d="M36 16l4 16-10 20-8 28h52l-8-28-10-20 4-16M36 16c4 8 20 8 24 0M30 52h36"/>',
  car: '<path d="M16 58l8-22c2-6 4-8 10-8h28c6 0 8 2 10 8l8 22v18H16zM16 58h64M28 76v6M68 76v6"/>',
} as const

interface Field {
  icon: keyof typeof icons
  label: string
  more?: string
}

/** A field of a menu: an icon above words. */
function field(
  style: Style,
  { icon: name, label, more }: Field,
  ink: string,
  size: number,
): TreeNode {
  const lines: TreeNode[] = [
    image(
      { width: size * 3.6, height: size * 3.6, marginBottom: size * 0.3 },
      { url: `https://board/${name}`, placeholder: '' },
      { fit: 'contain' },
    ),
    text({ fontSize: size, fontWeight: 700, lineHeight: 1.4, color: ink }, label),
  ]
  if (more !== undefined)
    lines.push(text({ fontSize: size * 0.55, lineHeight: 1.4, color: ink, opacity: 0.75 }, more))
  return box({ ...style, ...middle }, lines)
}

const named = (color: string): Record<string, string> =>
  Object.fromEntries(Object.entries(icons).map(([name, body]) => [name, icon(body, color)]))

/** A rich menu with two tabs, of which one is open, and two fields. */
export function richMenu(
  tabs: readonly [string, string],
  open: 0 | 1,
  fields: readonly [Field, Field],
): Promise<Uint8Array> {
  const [width, height, top] = [1250, 843, 143]
  const colors = ['#1f7a4d', '#b5713a'] as const
  const color = colors[open]
  const tab = (index: 0 | 1): TreeNode =>
    box(
      {
        ...at(index * 625, 0, 625, top),
        ...middle,
        backgroundColor: index === open ? '#fffaf0' : colors[index],
      },
      [
        text(
          {
            fontSize: 50,
            fontWeight: 700,
            lineHeight: 1.4,
            color: index === open ? color : '#ffffff',
          },
          tabs[index],
        ),
      ],
    )
  const card = (index: 0 | 1): TreeNode =>
    field(
      {
        ...at(28 + index * 611, top + 28, 583, height - top - 56),
        backgroundColor: '#ffffff',
        borderRadius: 34,
        boxShadow: '0 6px 18px #0000001a',
      },
      fields[index],
      '#2b2f33',
      52,
    )
  return drawn(
    box({ width, height, backgroundColor: '#fffaf0' }, [tab(0), tab(1), card(0), card(1)]),
    named(color),
  )
}

/** The floor map of a department store; the upper part is left to the video. */
export function floorMap(): Promise<Uint8Array> {
  const paper = svg(
    1040,
    455,
    rect(0, 0, 1040, 455, '#f3efe6'),
    path('M0 0h520v300H0z', '#fbe3c4'),
    path('M520 0h520v300H520z', '#f7d3dc'),
    path('M0 300h1040v155H0z', '#d5e3ee'),
    line('M520 0v300M0 300h1040', '#ffffff', 12),
  )
  return drawn(
    box({ width: 1040, height: 1040, backgroundColor: '#dfe7ee' }, [
      image(at(0, 585, 1040, 455), { url: 'https://board/paper', placeholder: '' }),
      field(
        at(0, 585, 520, 300),
        { icon: 'fork', label: 'Food hall', more: 'B1 · 40 kitchens' },
        '#5a4526',
        48,
      ),
      field(
        at(520, 585, 520, 300),
        { icon: 'dress', label: 'Fashion', more: '2F – 4F' },
        '#6b2f46',
        48,
      ),
      box({ ...at(0, 885, 1040, 155), flexDirection: 'row', ...middle }, [
        image(
          { width: 96, height: 96, marginRight: 26 },
          { url: 'https://board/car', placeholder: '' },
          { fit: 'contain' },
        ),
        text(
          { fontSize: 44, fontWeight: 700, lineHeight: 1.4, color: '#2f4a5f' },
          'Tap to copy the parking code',
        ),
      ]),
    ]),
    { ...named('#4a4f57'), paper },
  )
}
