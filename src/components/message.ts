/** Quick reply and sender of every message, as props or as children. */
import type { ComponentHost } from '../jsx-runtime/component.js'
import type { Element } from '../jsx-runtime/element.js'
import type { Into } from '../jsx-runtime/types.js'
import type { QuickReply } from '../spec/quick-reply.js'
import type { Sender } from '../spec/sender.js'
import type { Slot } from './distribute.js'

/** Props of every message. */
export interface MessageProps {
  /** Buttons below the message; may be a child `<QuickReply>`. */
  quickReply?: Into<QuickReply> | undefined
  /** Name and icon instead of the account's; may be a child `<Sender>`. */
  sender?: Into<Sender> | undefined
}

/** Elements that every message takes as children. */
export type AroundMessage = Element<QuickReply> | Element<Sender>

/** Properties of a message with a template; its other props are those of the template. */
export const ofMessage: readonly unknown[] = ['altText', 'quickReply', 'sender']

/** A slot for the one value of a property. */
/*#__NO_SIDE_EFFECTS__*/
export const one =
  (property: string): Slot =>
  (target, json, compiler) =>
    once(compiler, target, property, json)

/** A slot for the items of a list. */
/*#__NO_SIDE_EFFECTS__*/
export const many =
  (property: string): Slot =>
  (target, json) =>
    append(target, property, json)

/** Sets a property that children and props can say, but not both. */
export function once(
  compiler: ComponentHost,
  json: object,
  property: string,
  value: unknown,
): void {
  const target = json as Record<string, unknown>
  if (target[property] === undefined) target[property] = value
  else {
    // Only `<Flex.Message>` has one child as its contents.
    const advice =
      property === 'contents' ? 'put the bubbles into one <Flex.Carousel>' : 'say it once'
    compiler.report('wrong_child', `<${compiler.parent!}> has ${property} twice; ${advice}`, {
      property,
    })
  }
}

/** Adds to a list that children and props can say. */
export function append(json: object, property: string, value: unknown): void {
  const target = json as Record<string, unknown>
  const list = target[property]
  if (Array.isArray(list)) list.push(value)
  else target[property] = [value]
}
