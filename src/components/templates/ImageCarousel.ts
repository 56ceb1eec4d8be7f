import type { Children, Props } from '../../jsx-runtime/types.js'
import type { ImageCarouselColumn, ImageCarouselTemplate } from '../../spec/template.js'
import { templateOf, type TemplateMessageProps } from './template-message.js'
import { many, type AroundMessage } from '../message.js'

/** Props of {@link ImageCarousel}: the template's own; its `columns` may be children. */
export interface ImageCarouselProps
  extends TemplateMessageProps, Props<ImageCarouselTemplate, 'columns'> {
  /** `<ImageColumn>`s, `<QuickReply>`, `<Sender>`. */
  children?: Children<ImageCarouselColumn, AroundMessage>
}

const columns = many('columns')

/**
 * 1 to 10 square pictures side by side.
 *
 * @example
 * <ImageCarousel altText="Teas">
 *   <ImageColumn imageUrl="https://example.com/green.jpg"><Postback label="Green" data="buy=1" /></ImageColumn>
 *   <ImageColumn imageUrl="https://example.com/black.jpg"><Postback label="Black" data="buy=2" /></ImageColumn>
 * </ImageCarousel>
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#image-carousel
 */
export const ImageCarousel = templateOf<ImageCarouselProps>('ImageCarousel', 'image_carousel', {
  kinds: { imageColumn: columns },
  json: columns,
})
