/** Rules of imagemaps. */
import { counted } from '../names.js'
import { isJson, isText, type Json, listOf, type Rule } from './rule.js'
import { reportLink } from './action.js'
import * as lists from '../lists.js'

/** Areas, that of the video among them, lie inside the base size. */
export const imagemapAreas: Rule = (message, { report }) => {
  const size = message['baseSize']
  if (!isJson(size)) return
  const areas: [path: string, area: unknown][] = listOf(
    message['actions'],
    lists.imagemapActions,
  ).map((action, i) => [`actions[${String(i)}].area`, isJson(action) ? action['area'] : undefined])
  const { video } = message
  if (isJson(video)) areas.push(['video.area', video['area']])
  for (const [path, area] of areas) {
    if (!isJson(area)) continue
    const over = overhang(area, size)
    if (over)
      report(path, {
        code: 'outside',
        message: `the area reaches ${counted(over.pixels)} pixels beyond the ${over.edge} of the base size, ${counted(over.limit)}`,
        limit: over.limit,
        actual: over.limit + over.pixels,
        unit: 'pixels',
      })
  }
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

/** The link after the video follows the rules of links. */
export const externalLink: Rule = ({ video }, context) => {
  if (!isJson(video) || !isJson(video['externalLink'])) return
  const { linkUri } = video['externalLink']
  if (isText(linkUri)) reportLink('video.externalLink.linkUri', linkUri, context)
}
