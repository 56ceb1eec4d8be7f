import { component } from '../../jsx-runtime/component.js'
import type { Props } from '../../jsx-runtime/types.js'
import type {
  ImagemapArea as Area,
  ImagemapVideo as ImagemapVideoJson,
} from '../../spec/imagemap.js'
import { distribute, type Slot } from '../distribute.js'
import { slotsOf } from '../from-row.js'
import * as rows from '../generated/rows.js'
import { once } from '../message.js'
import type { UriChildren } from '../children.js'
import { externalLink } from './imagemap-action.js'

/** Props of {@link ImagemapVideo}: `x`, `y`, `width` and `height` are props of their own; `externalLink` may be a child. */
export interface ImagemapVideoProps extends Omit<Props<ImagemapVideoJson>, 'area'>, Area {
  /** `<Uri>`: the link shown at the end of the video. */
  children?: UriChildren
}

const link: Slot = (target, action, compiler) => {
  const json = externalLink(action, compiler)
  if (json) once(compiler, target, 'externalLink', json)
  else compiler.report('wrong_child', '<ImagemapVideo> takes one <Uri> with `label` and `uri`')
}
const slots = slotsOf(rows.ImagemapVideo, { kinds: { action: link }, json: link })

/**
 * A video that plays on an `<Imagemap>`: MP4 by https, at most {@limit files.video} MB.
 *
 * @example
 * <ImagemapVideo x={0} y={0} width={1040} height={585}
 *   originalContentUrl="https://example.com/tea.mp4" previewImageUrl="https://example.com/tea.jpg">
 *   <Uri label="More" uri="https://example.com/more" />
 * </ImagemapVideo>
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#imagemap-message
 */
export const ImagemapVideo = component(
  rows.ImagemapVideo,
  ({ x, y, width, height, children, ...props }: ImagemapVideoProps, compiler) => {
    const json = compiler.props({}, props)
    Object.assign(json, { area: compiler.props({}, { x, y, width, height }) })
    distribute(compiler, children, slots, json)
    return json
  },
)
