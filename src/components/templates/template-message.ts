/** What the four templates share: the message around them. */
import { type Component, component } from '../../jsx-runtime/component.js'
import type { AltText } from '../../spec/message-common.js'
import type { Template, TemplateMessage } from '../../spec/template.js'
import { deriveAltText } from '../alt-text.js'
import { addText, distribute, type Slot, type Slots, type Target } from '../distribute.js'
import { many, one, parted, type MessageProps } from '../message.js'

/** Props of the message around a template. */
export interface TemplateMessageProps extends MessageProps {
  /** {@link AltText.altText}. Taken from the content if missing, with a warning. */
  altText?: AltText['altText'] | undefined
}

/** The message, and the template in it: children may belong to either. */
interface Both {
  message: Target
  template: Target
}

const both = (target: Target) => target as unknown as Both

/** The slots of a template message: those of the template, `<QuickReply>` and `<Sender>`. */
/*#__NO_SIDE_EFFECTS__*/
function templateSlots({ text, kinds = {}, json }: Slots): Slots {
  const inTemplate =
    (slot: Slot): Slot =>
    (target, value, compiler) =>
      slot(both(target).template, value, compiler)
  const inMessage =
    (slot: Slot): Slot =>
    (target, value, compiler) =>
      slot(both(target).message, value, compiler)
  const ofTemplate = Object.entries(kinds).map(([kind, slot]) => [kind, inTemplate(slot)] as const)
  return {
    ...(text && { text: (target, part, compiler) => text(both(target).template, part, compiler) }),
    kinds: {
      ...(Object.fromEntries(ofTemplate) as Slots['kinds']),
      quickReply: inMessage(one('quickReply')),
      sender: inMessage(one('sender')),
    },
    ...(json && { json: inTemplate(json) }),
  }
}

/** A component that becomes a template, of props and children, and the message around it. */
/*#__NO_SIDE_EFFECTS__*/
export function templateOf<P extends TemplateMessageProps & { children?: unknown }>(
  name: string,
  type: Template['type'],
  ofTemplate: Slots,
): Component<P> {
  const slots = templateSlots(ofTemplate)
  return component(name, 'message', (props: P, compiler): TemplateMessage => {
    const { message: around, inner } = parted(props)
    const template = compiler.props({ type }, inner)
    const message = compiler.props({ type: 'template' }, around) as object as TemplateMessage
    distribute(compiler, props.children, slots, { message, template })
    deriveAltText(compiler, message, template)
    message.template = template as Template
    return message
  })
}

/** Text and actions as children. */
export const textAndActions: Slots = {
  text: addText,
  kinds: { action: many('actions') },
  json: many('actions'),
}
