import type { Props } from '../../jsx-runtime/types.js'
import type { FlexBox } from '../../spec/flex/index.js'
import * as rows from '../generated/rows.js'
import { boxFromRow } from './box-from-row.js'
import type { FlexChildren } from '../children.js'

/** Props of {@link Footer}: those of a box, vertical unless `layout` says otherwise. */
export interface FooterProps extends Props<FlexBox, 'contents' | 'layout'> {
  /** Flex components; `<Flex.LinearGradient>` as background. */
  children?: FlexChildren
}

/**
 * The foot of a bubble, mostly for buttons: a box, vertical unless `layout` says otherwise.
 *
 * @example
 * <Flex.Footer layout="horizontal"><Flex.Button><Uri label="Open" uri="https://example.com" /></Flex.Button></Flex.Footer>
 *
 * @see https://developers.line.biz/en/docs/messaging-api/flex-message-elements/#block
 */
export const Footer = boxFromRow<FooterProps>(rows.FlexFooter)
