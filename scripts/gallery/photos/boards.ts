/** Pictures with words in them: a floor map and the two tabs of a rich menu. The library's own tree draws them. */
import { readFileSync } from 'node:fs'
import { layOut } from '../../../src/preview/png/lay-out.ts'
import {
  box,
  type BoxNode,
  image,
  type Style,
  text,
  type TreeNode,
} from '../../../src/preview/tree.ts'

/** A tree as PNG. Its pictures are named by the files of this folder; icons have this color. */
async function drawBoard(tree: BoxNode, color: string): Promise<Uint8Array> {
  const loadImage = (url: string) => {
    const text = readFileSync(new URL(url.replace('https://board/', ''), import.meta.url), 'utf8')
    return new TextEncoder().encode(text.replaceAll('currentColor', color))
  }
  const { renderer, part, renderOptions } = await layOut(tree, {
    scale: 1,
    loadImage,
    trustImages: true,
  })
  return renderer.render(part, renderOptions)
}

const at = (x: number, y: number, width: number, height: number): Style => ({
  position: 'absolute',
  left: x,
  top: y,
  width,
  height,
})

const middle = { alignItems: 'center', justifyContent: 'center' } as const

/** Icons of fields, in `icons/`. */
type Icon = 'car' | 'dress' | 'fork' | 'list' | 'phone' | 'pin' | 'pot'

interface Field {
  icon: Icon
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
      { url: `https://board/icons/${name}.svg`, placeholder: '' },
      { fit: 'contain' },
    ),
    text({ fontSize: size, fontWeight: 700, lineHeight: 1.4, color: ink }, label),
  ]
  if (more !== undefined)
    lines.push(text({ fontSize: size * 0.55, lineHeight: 1.4, color: ink, opacity: 0.75 }, more))
  return box({ ...style, ...middle }, lines)
}

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
  return drawBoard(
    box({ width, height, backgroundColor: '#fffaf0' }, [tab(0), tab(1), card(0), card(1)]),
    color,
  )
}

/** The floor map of a department store; the upper part is left to the video. */
export function floorMap(): Promise<Uint8Array> {
  return drawBoard(
    box({ width: 1040, height: 1040, backgroundColor: '#dfe7ee' }, [
      image(at(0, 585, 1040, 455), { url: 'https://board/floor.svg', placeholder: '' }),
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
          { url: 'https://board/icons/car.svg', placeholder: '' },
          { fit: 'contain' },
        ),
        text(
          { fontSize: 44, fontWeight: 700, lineHeight: 1.4, color: '#2f4a5f' },
          'Tap to copy the parking code',
        ),
      ]),
    ]),
    '#4a4f57',
  )
}
