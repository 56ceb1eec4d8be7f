import type { Props, TextAnd } from '../../jsx-runtime/types.js'
import type { TemplateAction } from '../../spec/action.js'
import type { CarouselColumn } from '../../spec/template.js'
import { textAndActions } from './template-message.js'
import { simple } from '../distribute.js'

/** Props of {@link Column}: `text` and `actions` may be children. */
export interface ColumnProps extends Props<CarouselColumn, 'text' | 'actions'> {
  /** Text, `<br/>`, actions. */
  children?: TextAnd<TemplateAction>
}

/**
 * A card of a `<Carousel>` with up to three buttons. The text has room for 120 characters, or 60 beside an image or a title.
 *
 * @example
 * <Column title="Green tea" thumbnailImageUrl="https://example.com/green.jpg">
 *   From Uji
 *   <Postback label="Buy" data="buy=1" />
 * </Column>
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#column-object-for-carousel
 */
export const Column = simple<ColumnProps>('Column', 'column', undefined, textAndActions)
