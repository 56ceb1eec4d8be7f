import type { Children, Props } from '../../jsx-runtime/types.js'
import type { FlexAction } from '../../spec/action.js'
import type { FlexButton } from '../../spec/flex/index.js'
import { fromRow } from '../from-row.js'
import * as rows from '../generated/rows.js'

/** Props of {@link Button}: `action` may be the child. */
export interface ButtonProps extends Props<FlexButton, 'action'> {
  /** One action. */
  children?: Children<FlexAction>
}

/**
 * A button; the label of its action, up to {@limit label.flexButton} characters, is its text.
 *
 * @example
 * <Flex.Button style="primary">
 *   <Postback label="Buy" data="buy=1" />
 * </Flex.Button>
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#button
 */
export const Button = fromRow<ButtonProps>(rows.FlexButton)
