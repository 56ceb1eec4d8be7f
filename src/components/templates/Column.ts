import type { Props, TextAnd } from '../../jsx-runtime/types.js'
import type { TemplateAction } from '../../spec/action.js'
import type { CarouselColumn } from '../../spec/template.js'
import { fromRow } from '../from-row.js'
import * as rows from '../generated/rows.js'

/** Props of {@link Column}: `text` and `actions` may be children. */
export interface ColumnProps extends Props<CarouselColumn, 'text' | 'actions'> {
  /** Text, `<br/>`, actions. */
  children?: TextAnd<TemplateAction>
}

/**
 * A card of a `<Carousel>` with up to {@limit CarouselColumn_actions_maxItems} buttons. The text has room for {@limit column.text} characters, or
 * {@limit column.textBesidePictureOrTitle} beside an image or a title.
 *
 * @example
 * <Column title="Green tea" thumbnailImageUrl="https://example.com/green.jpg">
 *   From Uji
 *   <Postback label="Buy" data="buy=1" />
 * </Column>
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#column-object-for-carousel
 */
export const Column = fromRow<ColumnProps>(rows.Column)
