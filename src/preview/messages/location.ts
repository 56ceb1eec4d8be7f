/** Location messages. */
import type { LocationMessage } from '../../spec/location.js'
import { card, cardBody, cardText, cardTitle } from '../card.js'
import { beside, type Drawn } from '../drawn.js'
import { map } from '../icons.js'
import type { DrawContext } from '../context.js'
import { number, record } from '../read.js'
import { tapOf } from '../tap.js'
import { image, type TreeNode } from '../tree.js'

/** A card with a drawing of a map, because no real map can be fetched. */
export function locationMessage(message: unknown, context: DrawContext): Drawn {
  const json = record<LocationMessage>(message) ?? {}
  const latitude = number(json.latitude, -90, 90)
  const longitude = number(json.longitude, -180, 180)
  const lines: TreeNode[] = []
  if (typeof json.title === 'string') lines.push(cardTitle(json.title, context))
  if (typeof json.address === 'string')
    lines.push(cardText(json.address, context, { fontSize: 13, marginTop: 3 }))
  const picture = image({ width: '100%', height: 130 }, map, { alt: '' })
  const uri = `https://www.google.com/maps?q=${latitude ?? 0},${longitude ?? 0}`
  const tap = tapOf({ type: 'uri', uri }, context.words.map)
  return beside(card([picture, cardBody(lines)], context, { role: 'location', tap }))
}
