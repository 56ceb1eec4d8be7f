/** Boxes, and the blocks of a bubble that are boxes. */
import { type Component, component, type Kind } from '../../jsx-runtime/component.js'
import { distribute, type Slot, type Slots } from '../distribute.js'
import { one } from '../message.js'

const add: Slot = (target, json) => void (target['contents'] as unknown[]).push(json)

const slots: Slots = {
  kinds: { flexComponent: add, flexBackground: one('background') },
  json: add,
}

/** A component that becomes a box: vertical, unless the props say otherwise. */
/*#__NO_SIDE_EFFECTS__*/
export const boxOf = <P extends object & { children?: unknown }>(
  name: string,
  kind: Kind,
): Component<P> =>
  component(name, kind, (props: P, compiler) => {
    const json: { type: string; layout: string; contents?: unknown } = {
      type: 'box',
      layout: 'vertical',
    }
    compiler.props(json, props)
    json.contents ??= []
    if (Array.isArray(json.contents)) distribute(compiler, props.children, slots, json)
    return json
  })
