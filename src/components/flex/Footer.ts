import type { Props } from '../../jsx-runtime/types.js'
import type { FlexBox } from '../../spec/flex/index.js'
import * as rows from '../generated/rows.js'
import { boxFromRow } from './box-from-row.js'
import type { FlexChildren } from '../children.js'

/** Props of {@link Footer}: those of a box; `layout` is `vertical` by default. */
export interface FooterProps extends Props<FlexBox, 'contents' | 'layout'> {
  /** Flex components; `<Flex.LinearGradient>` as background. */
  children?: FlexChildren
}

/**
 * The block at the bottom of a bubble, often with buttons: a box, vertical by default.
 *
 * @example
 * <Flex.Footer layout="horizontal"><Flex.Button><Uri label="Open" uri="https://example.com" /></Flex.Button></Flex.Footer>
 *
 * @see https://developers.line.biz/en/docs/messaging-api/flex-message-elements/#block
 */
export const Footer = boxFromRow<FooterProps>(rows.FlexFooter)
