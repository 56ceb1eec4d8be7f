/** Location messages. */
import type { LocationMessage } from '../../spec/location.js'
import { locations } from '../chat-figures.js'
import { beside, type Drawn, type Spot } from '../drawn.js'
import { chevron, filledPin, map } from '../icons.js'
import type { DrawContext } from '../context.js'
import { number, record, words } from '../read.js'
import { tapOf } from '../tap.js'
import { box, image, type Style, text, type TreeNode } from '../tree.js'

const green = '#06c755'

/** The row below title and address. */
function row(own: boolean, context: DrawContext): TreeNode {
  const { colors } = context
  const color = own ? colors.ownText : colors.placeTitle
  return box(
    { flexDirection: 'row', alignItems: 'center', height: 38, paddingLeft: 12, paddingRight: 10 },
    [
      image({ width: 18, height: 18, marginRight: 6 }, filledPin(own ? color : green, '#ffffff')),
      text({ fontSize: context.type(13), lineHeight: 1.4, color }, context.words.location),
      box({ flexGrow: 1 }),
      image({ width: 14, height: 14, opacity: 0.5 }, chevron(color)),
    ],
    { role: 'location-row' },
  )
}

/** A card with a drawing of a map, because no real map can be fetched. */
export function locationMessage(message: unknown, { own }: Spot, context: DrawContext): Drawn {
  const json = record<LocationMessage>(message) ?? {}
  const { colors } = context
  const latitude = number(json.latitude, -90, 90)
  const longitude = number(json.longitude, -180, 180)
  const font: Style = { fontSize: context.type(locations.text), lineHeight: 1.35 }
  const lines: TreeNode[] = []
  if (typeof json.title === 'string')
    lines.push(
      text(
        { ...font, fontWeight: 700, color: own ? colors.ownText : colors.placeTitle },
        words(json.title, 400),
        { wrap: true, maxLines: 2, role: 'location-title' },
      ),
    )
  if (typeof json.address === 'string')
    lines.push(
      text({ ...font, color: own ? colors.ownText : colors.placeText }, words(json.address, 400), {
        wrap: true,
        maxLines: 3,
        role: 'location-address',
      }),
    )
  const body = box({ paddingTop: 10, paddingRight: 12, paddingBottom: 10, paddingLeft: 12 }, lines)
  const line = box({ height: 1, backgroundColor: own ? '#0000001f' : colors.placeLine }, [], {
    role: 'hairline',
  })
  const picture = image({ width: '100%', height: locations.map }, map, { role: 'map' })
  const uri = `https://www.google.com/maps?q=${latitude ?? 0},${longitude ?? 0}`
  return beside(
    box(
      {
        width: locations.width,
        borderRadius: 16,
        overflow: 'hidden',
        backgroundColor: own ? colors.own : colors.place,
      },
      [picture, body, line, row(own, context)],
      { role: 'location', tap: tapOf({ type: 'uri', uri }, context.words.map) },
    ),
  )
}
