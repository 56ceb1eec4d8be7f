import type { Props } from '../../jsx-runtime/types.js'
import type { FlexButton } from '../../spec/flex/index.js'
import { fromRow } from '../from-row.js'
import * as rows from '../generated/rows.js'
import type { ActionChildren } from '../children.js'

/** Props of {@link Button}: `action` may be the child. */
export interface ButtonProps extends Props<FlexButton, 'action'> {
  /** One action. */
  children?: ActionChildren
}

/**
 * A button. Its text is the label of its action, at most {@limit label.flexButton} characters.
 *
 * @example
 * <Flex.Button style="primary">
 *   <Postback label="Buy" data="buy=1" />
 * </Flex.Button>
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#button
 */
export const Button = fromRow<ButtonProps>(rows.FlexButton)
