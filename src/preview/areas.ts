/** Areas of an image that can be tapped. They are invisible until the pointer is over them. */
import { number, record } from './read.js'
import type { Tap } from './tap.js'
import { box, type Length, type Style, text, type TreeNode } from './tree.js'

interface Rectangle {
  x: unknown
  y: unknown
  width: unknown
  height: unknown
}

const share = (value: unknown, whole: number): Length =>
  `${Math.round(((number(value, 0, 100_000) ?? 0) / whole) * 1e6) / 1e4}%`

/** Position of a rectangle on an image of this size. */
export function on(rectangle: unknown, width: number, height: number): Style {
  const json = record<Rectangle>(rectangle) ?? {}
  return {
    position: 'absolute',
    left: share(json.x, width),
    top: share(json.y, height),
    width: share(json.width, width),
    height: share(json.height, height),
    overflow: 'hidden',
  }
}

/** Short description of the action. */
const says = ({ action }: Tap): string => {
  const what =
    action['uri'] ??
    action['text'] ??
    action['clipboardText'] ??
    action['richMenuAliasId'] ??
    action['data']
  return `${action.type}${typeof what === 'string' ? ` ${what.slice(0, 80)}` : ''}`
}

/** The visible frame of an area, with its label, for an image that is not known. */
export const outline = (style: Style, { action }: Tap): TreeNode => {
  const { label, text: words } = action
  const name = [label, words].find((one) => typeof one === 'string' && one !== '')
  return box(
    {
      ...style,
      backgroundColor: '#e8ecf1',
      borderWidth: 1,
      borderColor: '#8a95a4',
      borderStyle: 'solid',
      paddingLeft: 4,
      paddingRight: 4,
      alignItems: 'center',
      justifyContent: 'center',
    },
    [
      text(
        { fontSize: 12, lineHeight: 1.3, color: '#3d4756', textAlign: 'center' },
        typeof name === 'string' ? name.slice(0, 80) : says({ action, label: '' }),
        { wrap: true },
      ),
    ],
  )
}

/** An area. It shows its label while the pointer is over it. */
export const area = (style: Style, tap: Tap): TreeNode =>
  box(
    style,
    [
      text(
        {
          fontSize: 10,
          lineHeight: 1.4,
          color: '#ffffff',
          backgroundColor: '#2357b3',
          paddingLeft: 4,
          paddingRight: 4,
          alignSelf: 'flex-start',
        },
        says(tap),
      ),
    ],
    { role: 'area', tap: { ...tap, label: tap.label || says(tap) } },
  )
