import type { Props } from '../../jsx-runtime/types.js'
import type { FlexBox } from '../../spec/flex/index.js'
import * as rows from '../generated/rows.js'
import { boxFromRow } from './box-from-row.js'
import type { FlexChildren } from '../children.js'

/** Props of {@link Box}: `contents` may be children. */
export interface BoxProps extends Props<FlexBox, 'contents'> {
  /** Flex components; `<Flex.LinearGradient>` as background. */
  children?: FlexChildren
}

/**
 * A box that arranges its children in a row (`horizontal`), in a column (`vertical`) or on one text baseline (`baseline`: texts and
 * icons only).
 *
 * @example
 * <Flex.Box layout="horizontal" spacing="md">
 *   <Flex.Text>Tea</Flex.Text>
 *   <Flex.Text align="end">¥500</Flex.Text>
 * </Flex.Box>
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#box
 */
export const Box = boxFromRow<BoxProps>(rows.FlexBox)
