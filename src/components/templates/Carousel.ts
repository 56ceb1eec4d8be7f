import type { Children, Props } from '../../jsx-runtime/types.js'
import type { CarouselColumn, CarouselTemplate } from '../../spec/template.js'
import { templateOf, type TemplateMessageProps } from './template-message.js'
import { many, type AroundMessage } from '../message.js'

/** Props of {@link Carousel}: the template's own; its `columns` may be children. */
export interface CarouselProps extends TemplateMessageProps, Props<CarouselTemplate, 'columns'> {
  /** `<Column>`s, `<QuickReply>`, `<Sender>`. */
  children?: Children<CarouselColumn, AroundMessage>
}

const columns = many('columns')

/**
 * 1 to 10 cards side by side, all with equally many buttons; image and title stand in all cards or in none.
 *
 * @example
 * <Carousel altText="Teas">
 *   <Column title="Green">From Uji<Postback label="Buy" data="buy=1" /></Column>
 *   <Column title="Black">From Sayama<Postback label="Buy" data="buy=2" /></Column>
 * </Carousel>
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#carousel
 */
export const Carousel = templateOf<CarouselProps>('Carousel', 'carousel', {
  kinds: { column: columns },
  json: columns,
})
