/** What the four templates share: the message around them. */
import type { Compiler } from '../../jsx-runtime/compiler.js'
import type { AltText } from '../../spec/message-common.js'
import type { Template, TemplateMessage } from '../../spec/template.js'
import { deriveAltText } from '../alt-text.js'
import type { Slots } from '../distribute.js'
import { append, messageChildren, type MessageProps, once, parted } from '../message.js'

/** Props of the message around a template. */
export interface TemplateMessageProps extends MessageProps {
  /** {@link AltText.altText}. Taken from the content if missing, with a warning. */
  altText?: AltText['altText'] | undefined
}

/** Makes a template of props and children, and the message around it. */
export function templateMessage(
  compiler: Compiler,
  name: string,
  type: Template['type'],
  props: TemplateMessageProps & { children?: unknown },
  slots: (template: object) => Slots,
): TemplateMessage {
  const { message, inner } = parted(props)
  const template = compiler.props({ type }, inner)
  const json = compiler.props({ type: 'template' }, message) as object as TemplateMessage
  messageChildren(compiler, name, props.children, json, slots(template))
  deriveAltText(compiler, json, template)
  json.template = template as Template
  return json
}

/** Text and actions as children. */
export function textAndActions(compiler: Compiler, name: string, json: object): Slots {
  let text = ''
  const given = json as { text?: string }
  return {
    text(part) {
      if (text === '') once(compiler, name, json, 'text', part)
      else given.text = text + part
      text += part
    },
    kinds: { action: (action) => append(json, 'actions', action) },
    json: (action) => (append(json, 'actions', action), true),
  }
}

/** One kind of column as children. */
export function columns(json: object, kind: 'column' | 'imageColumn'): Slots {
  return {
    kinds: { [kind]: (column: object) => append(json, 'columns', column) },
    json: (column) => (append(json, 'columns', column), true),
  }
}
