/** Texts that are hard to read on their background. @see https://www.w3.org/TR/WCAG22/#contrast-minimum */
import { quoted } from '../../validation/index.js'
import { INK, type IsCurrent, lookOf } from '../draw/tree.js'
import type { Drawing } from '../layout/drawing.js'
import type { Rectangle } from '../layout/node.js'

/** Contrast of large text, as that of menus is. */
const LEAST = 3

/** Warnings about texts on one colour. Gradients and images are not checked. */
export function checkContrast(key: string, drawing: Drawing, isCurrent: IsCurrent): string[] {
  return drawing.cells.flatMap((cell) => {
    const { text } = cell.cell
    const look = lookOf(cell, isCurrent)
    const ground = look.background ?? groundOf(drawing, cell.box)
    const contrast = text && !look.image && ground && contrastOf(look.color ?? INK, ground)
    return contrast && contrast < LEAST
      ? [
          `${key}: the text ${quoted(text)} has a contrast of ${contrast.toFixed(1)} with its background; from ${LEAST} on it can be read`,
        ]
      : []
  })
}

/** The background under a cell: that of the innermost group. */
const groundOf = ({ grounds }: Drawing, { x, y, width, height }: Rectangle): string | undefined =>
  grounds.findLast(
    ({ box }) =>
      box.x <= x &&
      box.y <= y &&
      x + width <= box.x + box.width &&
      y + height <= box.y + box.height,
  )?.ground.background

/** 1 to 21; `undefined` for what is not an opaque colour. */
function contrastOf(one: string, other: string): number | undefined {
  const [first, second] = [luminanceOf(one), luminanceOf(other)]
  if (first === undefined || second === undefined) return undefined
  return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05)
}

function luminanceOf(color: string): number | undefined {
  const long = color.length === 4 ? color.replace(/[^#]/g, '$&$&') : color
  if (!/^#[0-9a-f]{6}$/i.test(long)) return undefined
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(long.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
