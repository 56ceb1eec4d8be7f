/** Rules of imagemaps. */
import { limits } from '../../spec/limits.js'
import { counted } from '../names.js'
import { isJson, type Json, type PartRule, type Rule } from './rule.js'

/**
 * LINE's reference wants a base width of 1040. Only a warning: bots send others, whose picture is shown and whose areas lie
 * elsewhere then.
 */
export const imagemapWidth: Rule = ({ baseSize }, { report }) => {
  if (!isJson(baseSize) || typeof baseSize['width'] !== 'number') return
  const { width } = baseSize as { width: number }
  if (width > 0 && width !== limits.imagemapWidth)
    report('baseSize.width', {
      code: 'not_permitted',
      severity: 'warning',
      message: `width is ${counted(width)}; LINE measures areas on a width of ${counted(limits.imagemapWidth)}`,
      limit: limits.imagemapWidth,
      actual: width,
    })
}

/** LINE's reference asks for `actions` and does not say how few. A video alone makes sense, a picture alone is an image message. */
export const imagemapActions: Rule = ({ actions, video }, { report }) => {
  if (Array.isArray(actions) && actions.length === 0 && video === undefined)
    report('actions', {
      code: 'empty',
      severity: 'warning',
      message: 'actions is empty, so nothing can be tapped; an image message shows a picture',
      limit: 1,
      actual: 0,
      unit: 'items',
    })
}

/** Areas, that of the video among them, lie inside the base size. A warning, as LINE nowhere says that it refuses others. */
export const imagemapArea: PartRule = ({ area }, { report }, { baseSize }) => {
  if (!isJson(area) || !isJson(baseSize)) return
  const over = overhang(area, baseSize)
  if (over)
    report('area', {
      code: 'outside',
      severity: 'warning',
      message: `the area reaches ${counted(over.pixels)} pixels beyond the ${over.edge} of the base size, ${counted(over.limit)}`,
      limit: over.limit,
      actual: over.limit + over.pixels,
      unit: 'pixels',
    })
}

/** How far a rectangle reaches beyond the right or the bottom, whichever is more. */
export function overhang(
  { x, y, width, height }: Json,
  size: Json,
): { edge: 'width' | 'height'; pixels: number; limit: number } | undefined {
  const beyond = (edge: 'width' | 'height', at: unknown, length: unknown) => {
    const limit = size[edge]
    if (typeof at !== 'number' || typeof length !== 'number' || typeof limit !== 'number')
      return { edge, pixels: 0, limit: 0 }
    return { edge, pixels: at + length - limit, limit }
  }
  const right = beyond('width', x, width)
  const bottom = beyond('height', y, height)
  const worst = right.pixels >= bottom.pixels ? right : bottom
  return worst.pixels > 0 ? worst : undefined
}
