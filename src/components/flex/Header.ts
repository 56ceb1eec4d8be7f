import type { Element } from '../../jsx-runtime/element.js'
import type { Children, Props } from '../../jsx-runtime/types.js'
import type { FlexBox, FlexBoxContent, FlexLinearGradient } from '../../spec/flex/index.js'
import { boxOf } from './box-of.js'

/** Props of {@link Header}: those of a box, vertical unless `layout` says otherwise. */
export interface HeaderProps extends Props<FlexBox, 'contents' | 'layout'> {
  /** Flex components; `<Flex.LinearGradient>` as background. */
  children?: Children<FlexBoxContent, Element<FlexLinearGradient>>
}

/**
 * The head of a bubble: a box, vertical unless `layout` says otherwise.
 *
 * @example
 * <Flex.Header><Flex.Text weight="bold">Receipt</Flex.Text></Flex.Header>
 *
 * @see https://developers.line.biz/en/docs/messaging-api/flex-message-elements/#block
 */
export const Header = boxOf<HeaderProps>('Flex.Header', 'flexHeader')
