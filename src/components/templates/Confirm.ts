import type { Props } from '../../jsx-runtime/types.js'
import type { ConfirmTemplate } from '../../spec/template.js'
import { templateMessage, type TemplateMessageProps } from './template-message.js'
import * as rows from '../generated/rows.js'
import type { TemplateChildren } from '../children.js'

/** Props of {@link Confirm}: the template's own; its `text` and `actions` may be children. */
export interface ConfirmProps
  extends TemplateMessageProps, Props<ConfirmTemplate, 'text' | 'actions'> {
  /** Text, `<br/>`, actions, `<QuickReply>`, `<Sender>`. */
  children?: TemplateChildren
}

/**
 * A question of up to {@limit ConfirmTemplate_text_maxGraphemes} characters with exactly {@limit ConfirmTemplate_actions_maxItems} buttons.
 *
 * @example
 * <Confirm altText="Delete it?">
 *   Delete it?
 *   <Postback label="Yes" data="delete" />
 *   <Postback label="No" data="keep" />
 * </Confirm>
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#confirm
 */
export const Confirm = templateMessage<ConfirmProps>(rows.Confirm)
