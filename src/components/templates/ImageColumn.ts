import type { Children, Props } from '../../jsx-runtime/types.js'
import type { TemplateAction } from '../../spec/action.js'
import type { ImageCarouselColumn } from '../../spec/template.js'
import { simple } from '../distribute.js'
import { actionSlots } from '../message.js'

/** Props of {@link ImageColumn}: `action` may be the child. */
export interface ImageColumnProps extends Props<ImageCarouselColumn, 'action'> {
  /** One action. */
  children?: Children<TemplateAction>
}

/**
 * A picture of an `<ImageCarousel>`: square, and an action whose label, if any, has up to 12 characters.
 *
 * @example
 * <ImageColumn imageUrl="https://example.com/green.jpg">
 *   <Postback label="Green" data="buy=1" />
 * </ImageColumn>
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#column-object-for-image-carousel
 */
export const ImageColumn = simple<ImageColumnProps>(
  'ImageColumn',
  'imageColumn',
  undefined,
  actionSlots,
)
