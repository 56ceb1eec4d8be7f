import type { Children, Props } from '../../jsx-runtime/types.js'
import type { FlexBubble, FlexCarousel } from '../../spec/flex/index.js'
import { simple, type Slots } from '../distribute.js'
import { many } from '../message.js'

/** Props of {@link Carousel}: `contents` may be children. */
export interface FlexCarouselProps extends Props<FlexCarousel, 'contents'> {
  /** `<Flex.Bubble>`s. */
  children?: Children<FlexBubble>
}

const slots: Slots = { kinds: { flexContainer: many('contents') }, json: many('contents') }

/**
 * 1 to 12 bubbles of one size side by side. Its JSON has room for 50 KB.
 *
 * @example
 * <Flex.Carousel>
 *   {items.map((item) => <ItemBubble item={item} />)}
 * </Flex.Carousel>
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#f-carousel
 */
export const Carousel = simple<FlexCarouselProps>(
  'Flex.Carousel',
  'flexContainer',
  'carousel',
  slots,
)
