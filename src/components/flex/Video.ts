import type { Props } from '../../jsx-runtime/types.js'
import type { FlexVideo } from '../../spec/flex/index.js'
import { fromRow } from '../from-row.js'
import * as rows from '../generated/rows.js'
import { one } from '../message.js'
import type { FlexVideoChildren } from '../children.js'

/** Props of {@link Video}: `altContent` and `action` may be children. */
export interface FlexVideoProps extends Props<FlexVideo, 'altContent'> {
  /** `<Flex.Image>` or `<Flex.Box>` as `altContent`; `<Uri>` as `action`. */
  children?: FlexVideoChildren
}

const altContent = one('altContent')
const action = one('action')

/**
 * A video as the hero of a single bubble of size kilo, mega or giga: MP4 by https, at most {@limit files.video} MB. Versions of LINE
 * without video show `altContent`; an `<Uri>` is the link shown at the end.
 *
 * @example
 * <Flex.Hero>
 *   <Flex.Video url="https://example.com/tea.mp4" previewUrl="https://example.com/tea.jpg" aspectRatio="20:13">
 *     <Flex.Image url="https://example.com/tea.jpg" size="full" aspectRatio="20:13" aspectMode="cover" />
 *     <Uri label="More" uri="https://example.com/tea" />
 *   </Flex.Video>
 * </Flex.Hero>
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#f-video
 */
export const Video = fromRow<FlexVideoProps>(rows.FlexVideo, {
  json: (target, json, compiler) =>
    ((json as { type?: unknown }).type === 'uri' ? action : altContent)(target, json, compiler),
})
