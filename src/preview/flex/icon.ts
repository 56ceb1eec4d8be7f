/** Icons: as high as letters of their size, standing on the baseline. */
import type { FlexIcon } from '../../spec/flex/index.js'
import { lineHeight } from '../figures.js'
import { type Pen, picture } from '../pen.js'
import { type Loose, ratio } from '../read.js'
import { box, text, type TreeNode } from '../tree.js'
import { fileName } from '../url.js'
import { fontSize } from './lengths.js'
import { type Parent, place, type Placed } from './place.js'

/** An icon. It never grows. */
export function flexIcon(value: Placed, parent: Parent, first: boolean, pen: Pen): TreeNode {
  const given = value as Loose<FlexIcon>
  const style = place({ ...value, flex: 0 }, parent, first)
  const scale = given.scaling === true ? pen.textScale : 1
  const { url } = picture(pen, given.url)
  const line = text({ fontSize: (fontSize(given.size) ?? 16) * scale, lineHeight }, [
    {
      text: '',
      image: {
        url,
        alt: fileName(given.url),
        width: ratio(given.aspectRatio) ?? 1,
        height: 1,
        drop: 0,
      },
    },
  ])
  return box(style, [line], { role: 'flex-icon' })
}
