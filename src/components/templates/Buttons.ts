import type { Props } from '../../jsx-runtime/types.js'
import type { ButtonsTemplate } from '../../spec/template.js'
import { templateMessage, type TemplateMessageProps } from './template-message.js'
import * as rows from '../generated/rows.js'
import type { TemplateChildren } from '../children.js'

/** Props of {@link Buttons}: the template's own; its `text` and `actions` may be children. */
export interface ButtonsProps
  extends TemplateMessageProps, Props<ButtonsTemplate, 'text' | 'actions'> {
  /** Text, `<br/>`, actions, `<QuickReply>`, `<Sender>`. */
  children?: TemplateChildren
}

/**
 * A message with an image, a title, a text and up to {@limit ButtonsTemplate_actions_maxItems} action buttons. The text has at most
 * {@limit buttons.text} characters, or {@limit buttons.textBesidePictureOrTitle} with an image or a title.
 *
 * @example
 * <Buttons altText="Menu" title="Menu">
 *   Please select
 *   <Postback label="Buy" data="action=buy" />
 * </Buttons>
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#buttons
 */
export const Buttons = templateMessage<ButtonsProps>(rows.Buttons)
