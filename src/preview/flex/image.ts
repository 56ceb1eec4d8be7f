/** Pictures: a frame of the component's width and proportions, with the picture in it. */
import type { FlexImage } from '../../spec/flex/index.js'
import { type Pen, picture } from '../pen.js'
import { color, type Loose, oneOf, ratio } from '../read.js'
import { tapOf } from '../tap.js'
import { box, image, type TreeNode } from '../tree.js'
import { fileName } from '../url.js'
import { imageSize } from './lengths.js'
import { gravity, type Parent, place, type Placed, shareOf } from './place.js'

const aligns = { start: 'flex-start', center: 'center', end: 'flex-end' } as const

/** A picture, in the middle of its place unless said otherwise. */
export function flexImage(value: Placed, parent: Parent, first: boolean, pen: Pen): TreeNode {
  const given = value as Loose<FlexImage>
  const style = place(value, parent, first)
  style.overflow = 'hidden'
  style.justifyContent = gravity(given.gravity, parent)
  style.alignItems = aligns[oneOf(given.align, ['start', 'end']) ?? 'center']
  const width = imageSize(given.size) ?? 100
  // A share is of the parent. The component's own width would follow from the picture's, so it has to be said.
  const shrinks =
    style.position === 'absolute' ||
    (parent.layout !== 'vertical' && shareOf(value, parent) === 0) ||
    (parent.layout === 'vertical' && !parent.stretches)
  const isShare = typeof width === 'string'
  if (isShare && shrinks) style.width = width
  const frame = image(
    {
      width: isShare && shrinks ? '100%' : width,
      maxWidth: '100%',
      aspectRatio: ratio(given.aspectRatio) ?? 1,
      backgroundColor: color(given.backgroundColor),
    },
    picture(pen, given.url),
    { alt: fileName(given.url), fit: given.aspectMode === 'cover' ? 'cover' : 'contain' },
  )
  return box(style, [frame], {
    role: 'flex-image',
    tap: tapOf(given.action, fileName(given.url)),
  })
}
