/** Boxes, and the blocks of a bubble that are boxes. */
import type { Compiler } from '../../jsx-runtime/compiler.js'
import { distribute, type Slots } from '../distribute.js'
import { once } from '../message.js'

/** Makes a box of props and children. */
export function boxOf(
  compiler: Compiler,
  name: string,
  props: object & { children?: unknown; layout?: unknown },
): object {
  const json = compiler.props(
    { type: 'box', layout: props.layout === undefined ? 'vertical' : undefined },
    props,
  ) as { layout?: unknown; contents?: unknown }
  const contents: unknown[] = Array.isArray(json.contents) ? json.contents : []
  const add = (child: object) => void contents.push(child)
  const slots: Slots = {
    kinds: {
      flexComponent: add,
      flexBackground: (background) => once(compiler, name, json, 'background', background),
    },
    json: (child) => (add(child), true),
  }
  distribute(compiler, name, props.children, slots)
  if (json.contents === undefined || contents.length > 0) json.contents = contents
  return json
}
