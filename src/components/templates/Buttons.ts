import type { Props, TextAnd } from '../../jsx-runtime/types.js'
import type { TemplateAction } from '../../spec/action.js'
import type { ButtonsTemplate } from '../../spec/template.js'
import { templateMessage, type TemplateMessageProps } from './template-message.js'
import * as rows from '../generated/rows.js'
import type { AroundMessage } from '../message.js'

/** Props of {@link Buttons}: the template's own; its `text` and `actions` may be children. */
export interface ButtonsProps
  extends TemplateMessageProps, Props<ButtonsTemplate, 'text' | 'actions'> {
  /** Text, `<br/>`, actions, `<QuickReply>`, `<Sender>`. */
  children?: TextAnd<TemplateAction, AroundMessage>
}

/**
 * A message with an image, a title, a text and up to {@limit ButtonsTemplate_actions_maxItems} action buttons. The text has room for
 * {@limit buttons.text} characters, or {@limit buttons.textBesidePictureOrTitle} beside an image or a title.
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
