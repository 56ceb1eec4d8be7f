/** What all messages share: quick reply and sender, as props or as children. */
import type { Compiler } from '../jsx-runtime/compiler.js'
import type { Element } from '../jsx-runtime/element.js'
import type { Into } from '../jsx-runtime/types.js'
import type { QuickReply } from '../spec/quick-reply.js'
import type { Sender } from '../spec/sender.js'
import type { Kind } from '../jsx-runtime/component.js'
import { distribute, type Slot, type Slots } from './distribute.js'

/** Props of every message. */
export interface MessageProps {
  /** Buttons below the message; may be a child `<QuickReply>`. */
  quickReply?: Into<QuickReply> | undefined
  /** Name and icon instead of the account's; may be a child `<Sender>`. */
  sender?: Into<Sender> | undefined
}

/** Elements that every message takes as children. */
export type AroundMessage = Element<QuickReply> | Element<Sender>

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

/** The slots of a message: `<QuickReply>` and `<Sender>` beside its own. */
/*#__NO_SIDE_EFFECTS__*/
export const messageSlots = (slots: Slots = {}): Slots => ({
  ...slots,
  kinds: {
    ...slots.kinds,
    quickReply: one('quickReply'),
    sender: one('sender'),
  },
})

/** The slots of a message that has no others. */
export const aroundMessage = messageSlots()

const action = one('action')

/** The slots of what takes one action. */
export const actionSlots: Slots = { kinds: { action }, json: action }

/** Sets a property that children and props can say, but not both. */
export function once(compiler: Compiler, json: object, property: string, value: unknown): void {
  const target = json as Record<string, unknown>
  if (target[property] === undefined) target[property] = value
  else
    compiler.report('wrong_child', `<${compiler.parent!}> has ${property} twice; say it once`, {
      property,
    })
}

/** The JSON of the only child. Any other number of children is an error. */
export function onlyOne(
  compiler: Compiler,
  children: unknown,
  kinds: readonly Kind[],
  what: string,
): object | undefined {
  const found: object[] = []
  const slot: Slot = (_target, json) => void found.push(json)
  const slots = { kinds: Object.fromEntries(kinds.map((kind) => [kind, slot])), json: slot }
  distribute(compiler, children, slots, found)
  if (found.length !== 1)
    compiler.report(
      found.length === 0 ? 'missing_child' : 'wrong_child',
      `<${compiler.parent!}> holds ${found.length} ${what}`,
      { actual: found.length, limit: 1 },
    )
  return found[0]
}

/** Adds to a list that children and props can say. */
export function append(json: object, property: string, value: unknown): void {
  const target = json as Record<string, unknown>
  const list = target[property]
  if (Array.isArray(list)) list.push(value)
  else target[property] = [value]
}

/** Parts props into those of the message and those of what is in it. */
export function parted<P extends MessageProps & { altText?: unknown; children?: unknown }>(
  props: P,
): {
  message: Pick<P, 'quickReply' | 'sender' | 'altText'>
  inner: Omit<P, 'quickReply' | 'sender' | 'altText' | 'children'>
} {
  const { quickReply, sender, altText, children: _, ...inner } = props
  return { message: { altText, quickReply, sender }, inner }
}
