import type { Props } from '../../jsx-runtime/types.js'
import type { ImagemapMessage } from '../../spec/imagemap.js'
import { fromRowWithAltText } from '../alt-text.js'
import * as rows from '../generated/rows.js'
import type { MessageProps } from '../message.js'
import type { ImagemapAreaChildren } from '../children.js'

/** Props of {@link Imagemap}: `actions` and `video` may be children. */
export interface ImagemapProps
  extends MessageProps, Omit<Props<ImagemapMessage, 'actions' | 'altText'>, keyof MessageProps> {
  /** `<ImagemapArea>`s, `<ImagemapVideo>`, `<QuickReply>`, `<Sender>`. */
  children?: ImagemapAreaChildren
}

/**
 * An image with up to {@limit ImagemapMessage_actions_maxItems} areas that can be tapped. LINE loads `baseUrl` with `/240`, `/300`, `/460`, `/700` and `/1040`
 * appended; areas are in pixels of an image that is {@limit imagemapWidth} pixels wide.
 *
 * @example
 * <Imagemap baseUrl="https://example.com/map" altText="Map" baseSize={{ width: 1040, height: 585 }}>
 *   <ImagemapArea x={0} y={0} width={520} height={585}>
 *     <Uri label="Left" uri="https://example.com/left" />
 *   </ImagemapArea>
 * </Imagemap>
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#imagemap-message
 */
export const Imagemap = fromRowWithAltText<ImagemapProps>(rows.Imagemap)
