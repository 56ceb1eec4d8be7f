import type { Props } from '../../jsx-runtime/types.js'
import type { FlexLinearGradient } from '../../spec/flex/index.js'
import { simple } from '../distribute.js'

/** Props of {@link LinearGradient}. */
export type LinearGradientProps = Props<FlexLinearGradient>

/**
 * Colours that run into each other behind a box, by `background` or as a child. `0deg` runs upwards, `90deg` to the right.
 *
 * @example
 * <Flex.Box layout="vertical" background={<Flex.LinearGradient angle="0deg" startColor="#06C755" endColor="#FFFFFF" />} />
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#linear-gradient-bg
 */
export const LinearGradient = simple<LinearGradientProps>(
  'Flex.LinearGradient',
  'flexBackground',
  'linearGradient',
)
