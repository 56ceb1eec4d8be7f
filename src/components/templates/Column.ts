import type { Props } from '../../jsx-runtime/types.js'
import type { CarouselColumn } from '../../spec/template.js'
import { fromRow } from '../from-row.js'
import * as rows from '../generated/rows.js'
import type { TextAndActionChildren } from '../children.js'

/** Props of {@link Column}: `text` and `actions` may be children. */
export interface ColumnProps extends Props<CarouselColumn, 'text' | 'actions'> {
  /** Text, `<br/>`, actions. */
  children?: TextAndActionChildren
}

/**
 * A card of a `<Carousel>` with up to {@limit CarouselColumn_actions_maxItems} buttons. The text has at most {@limit column.text} characters, or
 * {@limit column.textBesidePictureOrTitle} with an image or a title.
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
