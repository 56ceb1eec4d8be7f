import type { Props } from '../../jsx-runtime/types.js'
import type { CarouselTemplate } from '../../spec/template.js'
import { templateMessage, type TemplateMessageProps } from './template-message.js'
import * as rows from '../generated/rows.js'
import type { ColumnChildren } from '../children.js'

/** Props of {@link Carousel}: the template's own; its `columns` may be children. */
export interface CarouselProps extends TemplateMessageProps, Props<CarouselTemplate, 'columns'> {
  /** `<Column>`s, `<QuickReply>`, `<Sender>`. */
  children?: ColumnChildren
}

/**
 * {@limit CarouselTemplate_columns_minItems} to {@limit CarouselTemplate_columns_maxItems} cards side by side. All have the same number of buttons; all or none have an image, and a title.
 *
 * @example
 * <Carousel altText="Teas">
 *   <Column title="Green">From Uji<Postback label="Buy" data="buy=1" /></Column>
 *   <Column title="Black">From Sayama<Postback label="Buy" data="buy=2" /></Column>
 * </Carousel>
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#carousel
 */
export const Carousel = templateMessage<CarouselProps>(rows.Carousel)
