/** Boxes, and the blocks of a bubble that are boxes. */
import type { Compiler } from '../../jsx-runtime/compiler.js'
import { distribute, type Slot, type Slots } from '../distribute.js'
import { one } from '../message.js'

const add: Slot = (target, json) => void (target['contents'] as unknown[]).push(json)

const slots: Slots = {
  kinds: { flexComponent: add, flexBackground: one('Flex.Box', 'background') },
  json: add,
}

/** Makes a box of props and children: vertical unless `layout` says otherwise. */
export function boxOf(
  compiler: Compiler,
  name: string,
  props: object & { children?: unknown },
): object {
  const json = compiler.props({ type: 'box', layout: 'vertical' }, props) as { contents?: unknown }
  json.contents ??= []
  if (Array.isArray(json.contents)) distribute(compiler, name, props.children, slots, json)
  return json
}
