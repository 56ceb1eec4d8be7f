/** Imagemaps of one cell, drawn. */
import { MessageAction } from '../../src/components/index.js'
import {
  Cell,
  type CellProps,
  drawImagemap,
  Imagemap,
  type ImagemapOptions,
} from '../../src/rich-menu/index.js'
import { pixelsOf } from './png-pixels.js'

/** An imagemap of one cell. */
export const map = (children: CellProps['children'], look: CellProps = {}) => (
  <Imagemap baseUrl="https://b.example/a" altText="a" height={520}>
    <Cell {...look}>
      <MessageAction label="a" text="a" />
      {children}
    </Cell>
  </Imagemap>
)

/** The colours of its pixels at full width, and its warnings. */
export const draw = async (node: ReturnType<typeof map>, options?: ImagemapOptions) => {
  const { pictures, warnings } = await drawImagemap(node, options)
  return { at: pixelsOf(pictures.get(1040)!), warnings }
}

/** The rectangle of the pixels of a colour: left, top, width, height. */
export function extent(at: (x: number, y: number) => string, color: string) {
  let [left, top, right, bottom] = [1040, 520, -1, -1]
  for (let y = 0; y < 520; y++)
    for (let x = 0; x < 1040; x++)
      if (at(x, y) === color) {
        left = Math.min(left, x)
        right = Math.max(right, x)
        top = Math.min(top, y)
        bottom = Math.max(bottom, y)
      }
  return [left, top, right - left + 1, bottom - top + 1]
}
