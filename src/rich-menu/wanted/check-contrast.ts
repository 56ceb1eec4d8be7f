/** Texts and icons that are hard to see on their background. @see https://www.w3.org/TR/WCAG22/#contrast-minimum */
import { quoted } from '../../validation/index.js'
import { type IsCurrent, lookOf, typeIn, typeWithin } from '../draw/tree.js'
import type { ContentNode } from '../layout/content.js'
import type { Drawing } from '../layout/drawing.js'
import type { CellStyle } from '../layout/look.js'
import type { Rectangle } from '../layout/node.js'

/** Contrast of large text, as that of menus is, and of icons. */
const LEAST = 3

type Type = ReturnType<typeof typeIn>

/** Warnings about texts on a colour or a gradient. What is over an image is not checked. */
export function checkContrast(name: string, drawing: Drawing, isCurrent: IsCurrent): string[] {
  const warnings: string[] = []

  function check(what: string, color: string, ground: string | undefined, advice: string): void {
    const contrast = ground && contrastOf(color, ground)
    if (contrast && contrast < LEAST)
      warnings.push(
        `${name}: ${what} has a contrast of ${contrast.toFixed(1)} with its background; from ${LEAST} on it can be ${advice}`,
      )
  }

  function visit(contents: readonly ContentNode[], type: Type, ground: string | undefined): void {
    for (const content of contents) {
      if (content.kind === 'text') {
        const { color } = typeWithin(type, content.look)
        if (content.text !== '') check(`the text ${quoted(content.text)}`, color, ground, 'read')
      } else if (content.kind === 'icon')
        check(`the icon ${content.name}`, content.color ?? type.color, ground, 'seen')
      else if (content.kind === 'box')
        visit(content.contents, typeWithin(type, content.look), content.look.background ?? ground)
    }
  }

  const type = typeIn(drawing.width)
  for (const cell of drawing.cells) {
    const look = lookOf(cell, isCurrent)
    visit(cell.cell.contents ?? [], typeWithin(type, look), groundOf(drawing, cell.box, look))
  }
  return warnings
}

/** The background of a cell: its own, or that of the innermost group; `undefined` over an image. */
function groundOf(
  { grounds }: Drawing,
  { x, y, width, height }: Rectangle,
  { image, imageHeight, background }: CellStyle,
): string | undefined {
  if (image !== undefined && imageHeight === undefined) return undefined
  return (
    background ??
    grounds.findLast(
      ({ box, ground }) =>
        ground.background !== undefined &&
        box.x <= x &&
        box.y <= y &&
        x + width <= box.x + box.width &&
        y + height <= box.y + box.height,
    )?.ground.background
  )
}

/** 1 to 21, the least of a gradient; `undefined` if a colour is not opaque. */
function contrastOf(color: string, ground: string): number | undefined {
  const first = luminanceOf(color)
  const stops = ground.startsWith('#')
    ? [ground]
    : [...ground.matchAll(/#[0-9a-f]+/gi)].map(([stop]) => stop)
  const contrasts = stops.map((stop) => {
    const second = luminanceOf(stop)
    return first === undefined || second === undefined
      ? NaN
      : (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05)
  })
  const least = Math.min(...contrasts)
  return Number.isFinite(least) ? least : undefined
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
