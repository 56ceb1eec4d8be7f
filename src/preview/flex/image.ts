/** Images: a frame with the component's width and aspect ratio, and the image in it. */
import type { FlexImage } from '../../spec/flex/index.js'
import { type DrawContext, picture } from '../context.js'
import { color, type Loose, oneOf, ratio } from '../read.js'
import { tapOf } from '../tap.js'
import { box, image, type TreeNode } from '../tree.js'
import { fileName } from '../url.js'
import { imageSize } from './lengths.js'
import { gravity, isAbsolute, type Parent, place, type Placed, shareOf } from './place.js'

const aligns = { start: 'flex-start', center: 'center', end: 'flex-end' } as const

/** An image, centered by default. */
export function flexImage(
  value: Placed,
  parent: Parent,
  first: boolean,
  context: DrawContext,
): TreeNode {
  const json = value as Loose<FlexImage>
  const style = place(value, parent, first)
  style.overflow = 'hidden'
  style.justifyContent = gravity(json.gravity, parent)
  style.alignItems = aligns[oneOf(json.align, ['start', 'end']) ?? 'center']
  const width = imageSize(json.size) ?? 100
  // A component that is only as wide as its image gets the width itself, so that percentages are relative to the parent.
  const shrinks =
    isAbsolute(value) ||
    (parent.layout === 'vertical' ? parent.aligns : shareOf(value, parent) === 0)
  if (shrinks) style.width = width
  const frame = image(
    {
      width: shrinks ? '100%' : width,
      maxWidth: '100%',
      aspectRatio: ratio(json.aspectRatio) ?? 1,
      backgroundColor: color(json.backgroundColor),
    },
    picture(context, json.url),
    { alt: fileName(json.url), fit: json.aspectMode === 'cover' ? 'cover' : 'contain' },
  )
  return box(style, [frame], {
    role: 'flex-image',
    tap: tapOf(json.action, fileName(json.url)),
  })
}
