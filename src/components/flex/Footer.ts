import type { Element } from '../../jsx-runtime/element.js'
import type { Children, Props } from '../../jsx-runtime/types.js'
import type { FlexBox, FlexBoxContent, FlexLinearGradient } from '../../spec/flex/index.js'
import { boxOf } from './box-of.js'

/** Props of {@link Footer}: those of a box, vertical unless `layout` says otherwise. */
export interface FooterProps extends Props<FlexBox, 'contents' | 'layout'> {
  /** Flex components; `<Flex.LinearGradient>` as background. */
  children?: Children<FlexBoxContent, Element<FlexLinearGradient>>
}

/**
 * The foot of a bubble, mostly for buttons: a box, vertical unless `layout` says otherwise.
 *
 * @example
 * <Flex.Footer layout="horizontal"><Flex.Button><Uri label="Open" uri="https://example.com" /></Flex.Button></Flex.Footer>
 *
 * @see https://developers.line.biz/en/docs/messaging-api/flex-message-elements/#block
 */
export const Footer = boxOf<FooterProps>('Flex.Footer', 'flexFooter')
