/** Boxes, and one more word for each of their layouts. */
import { Box, type BoxProps } from '../../components/flex/index.js'
import type { Element } from '../../jsx-runtime/element.js'
import type { Children } from '../../jsx-runtime/types.js'
import type {
  FlexBox,
  FlexBoxContent,
  FlexFiller,
  FlexIcon,
  FlexLinearGradient,
  FlexText,
} from '../../spec/flex/index.js'
import { factory } from '../factory.js'
import * as methods from '../generated/methods.js'
import type { Setters } from '../setters.js'

/** Builder of {@link Box}. */
export interface BoxBuilder extends Element<FlexBox>, Setters<BoxProps, BoxBuilder> {}

/**
 * A box that lays out others in a column, unless `layout` says otherwise.
 *
 * @example
 * flex.box(flex.text('Tea'), flex.text('¥500').align('end')).layout('horizontal').spacing('md')
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#box
 */
export const box: (...children: BoxProps['children'][]) => BoxBuilder = factory(
  Box,
  methods.FlexBox,
)

type Laid<T> = (...children: Children<T, Element<FlexLinearGradient>>[]) => BoxBuilder

/**
 * A box that lays out others in a row.
 *
 * @example
 * flex.horizontal(flex.text('Tea'), flex.text('¥500').align('end')).spacing('md')
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#box
 */
export const horizontal: Laid<Exclude<FlexBoxContent, FlexIcon>> = (...children) =>
  box(...children).layout('horizontal')

/**
 * A box that lays out others in a column.
 *
 * @example
 * flex.vertical(flex.text('Green tea').weight('bold'), flex.text('From Uji')).flex(1)
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#box
 */
export const vertical: Laid<Exclude<FlexBoxContent, FlexIcon>> = (...children) =>
  box(...children).layout('vertical')

/**
 * A box that lays out others on a line of text: icons, texts and fillers only.
 *
 * @example
 * flex.baseline(flex.icon('https://example.com/star.png').size('sm'), flex.text('4.0'))
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#box
 */
// eslint-disable-next-line @typescript-eslint/no-deprecated -- LINE still takes it
export const baseline: Laid<FlexIcon | FlexText | FlexFiller> = (...children) =>
  box(...children).layout('baseline')
