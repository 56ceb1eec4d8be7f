import type { Props } from '../../jsx-runtime/types.js'
import type { ImageCarouselTemplate } from '../../spec/template.js'
import { templateMessage, type TemplateMessageProps } from './template-message.js'
import * as rows from '../generated/rows.js'
import type { ImageColumnChildren } from '../children.js'

/** Props of {@link ImageCarousel}: the template's own; its `columns` may be children. */
export interface ImageCarouselProps
  extends TemplateMessageProps, Props<ImageCarouselTemplate, 'columns'> {
  /** `<ImageColumn>`s, `<QuickReply>`, `<Sender>`. */
  children?: ImageColumnChildren
}

/**
 * {@limit ImageCarouselTemplate_columns_minItems} to {@limit ImageCarouselTemplate_columns_maxItems} square images side by side.
 *
 * @example
 * <ImageCarousel altText="Teas">
 *   <ImageColumn imageUrl="https://example.com/green.jpg"><Postback label="Green" data="buy=1" /></ImageColumn>
 *   <ImageColumn imageUrl="https://example.com/black.jpg"><Postback label="Black" data="buy=2" /></ImageColumn>
 * </ImageCarousel>
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#image-carousel
 */
export const ImageCarousel = templateMessage<ImageCarouselProps>(rows.ImageCarousel)
