import type { Props } from '../../jsx-runtime/types.js'
import type { FlexSeparator } from '../../spec/flex/index.js'
import { simple } from '../distribute.js'

/** Props of {@link Separator}. */
export type SeparatorProps = Props<FlexSeparator>

/**
 * A line between components.
 *
 * @example
 * <Flex.Separator margin="lg" color="#DDDDDD" />
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#separator
 */
export const Separator = simple<SeparatorProps>('Flex.Separator', 'flexComponent', 'separator')
