import type { Props } from '../../jsx-runtime/types.js'
import type { ImageCarouselColumn } from '../../spec/template.js'
import { fromRow } from '../from-row.js'
import * as rows from '../generated/rows.js'
import type { ActionChildren } from '../children.js'

/** Props of {@link ImageColumn}: `action` may be the child. */
export interface ImageColumnProps extends Props<ImageCarouselColumn, 'action'> {
  /** One action. */
  children?: ActionChildren
}

/**
 * An image of an `<ImageCarousel>`: square, with an action whose label is optional and has up to {@limit label.imageCarousel} characters.
 *
 * @example
 * <ImageColumn imageUrl="https://example.com/green.jpg">
 *   <Postback label="Green" data="buy=1" />
 * </ImageColumn>
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#column-object-for-image-carousel
 */
export const ImageColumn = fromRow<ImageColumnProps>(rows.ImageColumn)
