/** The message around each of the four templates. */
import { component, type Component } from '../../jsx-runtime/component.js'
import type { AltText } from '../../spec/message-common.js'
import { deriveAltText } from '../alt-text.js'
import { distribute } from '../distribute.js'
import { type ComponentRow, slotsOf } from '../from-row.js'
import { type MessageProps, ofMessage } from '../message.js'

/** Props of the message around a template. */
export interface TemplateMessageProps extends MessageProps {
  /** {@link AltText.altText}. Taken from the content if missing, with a warning. */
  altText?: AltText['altText'] | undefined
}

/** A component that makes a template, and the message around it. */
/*#__NO_SIDE_EFFECTS__*/
export function templateMessage<P extends TemplateMessageProps & { children?: unknown }>(
  row: ComponentRow,
): Component<P> {
  const type = row[2]
  const slots = slotsOf(row)
  return component(row, (props: P, compiler) => {
    const all = compiler.props({ type }, props)
    // Children may belong to the template or to the message.
    distribute(compiler, props.children, slots, all)
    const message: Record<string, unknown> = { type: 'template' }
    const template: Record<string, unknown> = {}
    for (const [name, value] of Object.entries(all))
      (ofMessage.includes(name) ? message : template)[name] = value
    deriveAltText(compiler, message, template)
    message['template'] = template
    return message
  })
}
