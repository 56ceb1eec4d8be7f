import type { Props } from '../../jsx-runtime/types.js'
import type { FlexIcon } from '../../spec/flex/index.js'
import { simple } from '../distribute.js'

/** Props of {@link Icon}. */
export type IconProps = Props<FlexIcon>

/**
 * A small picture on a line of text, in a baseline box only.
 *
 * @example
 * <Flex.Box layout="baseline"><Flex.Icon url="https://example.com/star.png" size="sm" /><Flex.Text>4.0</Flex.Text></Flex.Box>
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#icon
 */
export const Icon = simple<IconProps>('Flex.Icon', 'flexComponent', 'icon')
