import type { Props } from '../../jsx-runtime/types.js'
import type { FlexCarousel } from '../../spec/flex/index.js'
import { fromRow } from '../from-row.js'
import * as rows from '../generated/rows.js'
import type { BubbleChildren } from '../children.js'

/** Props of {@link Carousel}: `contents` may be children. */
export interface FlexCarouselProps extends Props<FlexCarousel, 'contents'> {
  /** `<Flex.Bubble>`s. */
  children?: BubbleChildren
}

/**
 * {@limit FlexCarousel_contents_minItems} to {@limit FlexCarousel_contents_maxItems} bubbles of one size side by side. At most {@limit flexKilobytes.carousel} KB of JSON.
 *
 * @example
 * <Flex.Carousel>
 *   {items.map((item) => <ItemBubble item={item} />)}
 * </Flex.Carousel>
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#f-carousel
 */
export const Carousel = fromRow<FlexCarouselProps>(rows.FlexCarousel)
