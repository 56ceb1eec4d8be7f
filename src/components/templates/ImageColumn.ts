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
 * A square image of an `<ImageCarousel>`, and an action with a label of at most 12 characters, or none.
 *
 * @example
 * <ImageColumn imageUrl="https://example.com/green.jpg">
 *   <Postback label="Green" data="buy=1" />
 * </ImageColumn>
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#column-object-for-image-carousel
 */
export const ImageColumn = fromRow<ImageColumnProps>(rows.ImageColumn)
