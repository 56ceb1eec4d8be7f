/** Draws prepared parts as the bytes of a PNG. */
import type { Style, TreeNode } from '../tree.js'
import { checkSize, measure } from './lay-out.js'
import type { Prepared } from './prepare.js'

/** With more nodes or longer lengths, the layout is measured before drawing. */
const fewNodes = 5_000
const shortLength = 2_000
/** A PNG with more rows is measured before drawing. */
const fewRows = 12_000

const isShort = (style: Style): boolean => {
  for (const property in style) {
    const value = style[property as keyof Style]
    if (typeof value === 'number' && Math.abs(value) > shortLength) return false
  }
  return true
}

/** Whether an image may have no height or no width after layout. */
const mayBeInvisible = ({ style }: TreeNode): boolean =>
  !(typeof style.width === 'number' && typeof style.height === 'number' && style.width >= 1)

/**
 * Whether measuring can be skipped, as for nearly all messages. Takumi lays out again in order to draw, so this saves one layout;
 * it then computes the height itself.
 */
function isPlain({ setting: { nodes, pictures } }: Prepared): boolean {
  if (nodes.size > fewNodes) return false
  for (const node of nodes.values()) {
    if (!isShort(node.style)) return false
    if (node.kind === 'image' && node.url !== undefined && mayBeInvisible(node))
      if (pictures.get(node.url)?.vector) return false
  }
  return true
}

const heightOf = (png: Uint8Array): number => new DataView(png.buffer, png.byteOffset).getUint32(20)

/** Draws the parts. */
export async function draw(prepared: Prepared): Promise<Uint8Array> {
  const { renderer, root, renderOptions } = prepared
  if (isPlain(prepared)) {
    checkSize(renderOptions.width, 1)
    const style = {
      ...root.style,
      maxHeight: fewRows / renderOptions.devicePixelRatio,
      overflow: 'hidden',
    }
    const png = await renderer.render({ ...root, style }, renderOptions)
    if (heightOf(png) < fewRows) return png
  }
  const laid = await measure(prepared)
  return renderer.render(laid.part, laid.renderOptions)
}
