/** Places. */
import type { LocationMessage } from '../../spec/location.js'
import { card, cardBody, cardText, cardTitle } from '../card.js'
import { beside, type Drawn } from '../drawn.js'
import { map } from '../icons.js'
import type { Pen } from '../pen.js'
import { number, record } from '../read.js'
import { tapOf } from '../tap.js'
import { image, type TreeNode } from '../tree.js'

/** A card with a map, which is a drawing, as no map may be fetched. */
export function locationMessage(message: unknown, pen: Pen): Drawn {
  const given = record<LocationMessage>(message) ?? {}
  const latitude = number(given.latitude, -90, 90)
  const longitude = number(given.longitude, -180, 180)
  const lines: TreeNode[] = []
  if (typeof given.title === 'string') lines.push(cardTitle(given.title, pen))
  if (typeof given.address === 'string')
    lines.push(cardText(given.address, pen, { fontSize: 13, marginTop: 3 }))
  const picture = image({ width: '100%', height: 130 }, map, { alt: '' })
  const uri = `https://www.google.com/maps?q=${latitude ?? 0},${longitude ?? 0}`
  const tap = tapOf({ type: 'uri', uri }, pen.words.map)
  return beside(card([picture, cardBody(lines)], pen, { role: 'location', tap }))
}
