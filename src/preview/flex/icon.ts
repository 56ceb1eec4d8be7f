/** Icons: as high as a font of their size, on the baseline. */
import type { FlexIcon } from '../../spec/flex/index.js'
import { type DrawContext, picture } from '../context.js'
import { type Loose, ratio } from '../read.js'
import { box, text, type TreeNode } from '../tree.js'
import { fileName } from '../url.js'
import { lineOf } from './line.js'
import { type Parent, place, type Placed } from './place.js'

/** An icon. It never grows. */
export function flexIcon(
  value: Placed,
  parent: Parent,
  first: boolean,
  context: DrawContext,
): TreeNode {
  const json = value as Loose<FlexIcon>
  const style = place({ ...value, flex: 0 }, parent, first)
  const scale = json.scaling === true ? context.textScale : 1
  const { url } = picture(context, json.url)
  const { size, lineHeight, above } = lineOf(json.size, scale, context)
  style.paddingTop = style.paddingBottom = above
  const line = text({ fontSize: size, lineHeight }, [
    {
      text: '',
      image: {
        url,
        alt: fileName(json.url),
        width: ratio(json.aspectRatio) ?? 1,
        height: 1,
        drop: 0,
      },
    },
  ])
  return box(style, [line], { role: 'flex-icon' })
}
