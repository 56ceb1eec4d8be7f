import type { Props } from '../../jsx-runtime/types.js'
import type { FlexBox } from '../../spec/flex/index.js'
import * as rows from '../generated/rows.js'
import { boxFromRow } from './box-from-row.js'
import type { FlexChildren } from '../children.js'

/** Props of {@link Header}: those of a box; `layout` is `vertical` by default. */
export interface HeaderProps extends Props<FlexBox, 'contents' | 'layout'> {
  /** Flex components; `<Flex.LinearGradient>` as background. */
  children?: FlexChildren
}

/**
 * The block at the top of a bubble: a box, vertical by default.
 *
 * @example
 * <Flex.Header><Flex.Text weight="bold">Receipt</Flex.Text></Flex.Header>
 *
 * @see https://developers.line.biz/en/docs/messaging-api/flex-message-elements/#block
 */
export const Header = boxFromRow<HeaderProps>(rows.FlexHeader)
