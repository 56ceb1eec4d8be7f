/** From what was prepared to the bytes of a PNG. */
import type { Style, TreeNode } from '../tree.js'
import { checkSize, measure } from './lay-out.js'
import type { Prepared } from './prepare.js'
import type { Part } from './takumi.js'

/** More nodes, or longer lengths, are measured before anything is drawn. */
const fewNodes = 5_000
const shortLength = 2_000
/** A picture of that many rows is not drawn to find out that it has more. */
const fewRows = 12_000

const isShort = (style: Style): boolean => {
  for (const property in style) {
    const value = style[property as keyof Style]
    if (typeof value === 'number' && Math.abs(value) > shortLength) return false
  }
  return true
}

/** Whether a picture may turn out to have no height or no width. */
const mayBeSpeck = (part: Part, { style }: TreeNode): boolean =>
  part.type === 'image' &&
  !(typeof style.width === 'number' && typeof style.height === 'number' && style.width >= 1)

/**
 * Nearly all pictures are neither huge nor full of specks: then Takumi, which lays out once more to draw, does so only once, and
 * finds the height by itself.
 */
function isPlain({ setting: { nodes, pictures } }: Prepared): boolean {
  if (nodes.size > fewNodes) return false
  for (const [part, node] of nodes) {
    if (!isShort(node.style)) return false
    if (node.kind === 'image' && node.url !== undefined && mayBeSpeck(part, node))
      if (pictures.get(node.url)?.vector) return false
  }
  return true
}

const heightOf = (png: Uint8Array): number => new DataView(png.buffer, png.byteOffset).getUint32(20)

/** Draws it. */
export async function draw(prepared: Prepared): Promise<Uint8Array> {
  const { renderer, root, how } = prepared
  if (isPlain(prepared)) {
    checkSize(how.width, 1)
    const style = { ...root.style, maxHeight: fewRows / how.devicePixelRatio, overflow: 'hidden' }
    const png = await renderer.render({ ...root, style }, how)
    if (heightOf(png) < fewRows) return png
  }
  const laid = await measure(prepared)
  return renderer.render(laid.part, laid.how)
}
