import type { Props, TextChildren } from '../../jsx-runtime/types.js'
import type { FlexSpan } from '../../spec/flex/index.js'
import { fromRow } from '../from-row.js'
import * as rows from '../generated/rows.js'

/** Props of {@link Span}: `text` may be children. */
export interface SpanProps extends Props<FlexSpan, 'text'> {
  /** Text, `<br/>`. */
  children?: TextChildren
}

/**
 * A part of a `<Flex.Text>` with its own style.
 *
 * @example
 * <Flex.Text>Sold out <Flex.Span color="#FF334B" weight="bold">today</Flex.Span></Flex.Text>
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#span
 */
export const Span = fromRow<SpanProps>(rows.FlexSpan)
