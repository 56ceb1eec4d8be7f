import type { Props } from '../../jsx-runtime/types.js'
import type { FlexBox } from '../../spec/flex/index.js'
import * as rows from '../generated/rows.js'
import { boxFromRow } from './box-from-row.js'
import type { FlexChildren } from '../children.js'

/** Props of {@link Body}: those of a box; `layout` is `vertical` by default. */
export interface BodyProps extends Props<FlexBox, 'contents' | 'layout'> {
  /** Flex components; `<Flex.LinearGradient>` as background. */
  children?: FlexChildren
}

/**
 * The main block of a bubble: a box, vertical by default.
 *
 * @example
 * <Flex.Body spacing="md"><Flex.Text>Thank you</Flex.Text></Flex.Body>
 *
 * @see https://developers.line.biz/en/docs/messaging-api/flex-message-elements/#block
 */
export const Body = boxFromRow<BodyProps>(rows.FlexBody)
