/** Boxes, and the blocks of a bubble that are boxes. */
import { component, type Component } from '../../jsx-runtime/component.js'
import { distribute } from '../distribute.js'
import { type ComponentRow, slotsOf } from '../from-row.js'

/** A component that is a box; `layout` is `vertical` by default. */
/*#__NO_SIDE_EFFECTS__*/
export function boxFromRow<P extends object & { children?: unknown }>(
  row: ComponentRow,
): Component<P> {
  const slots = slotsOf(row)
  return component(row, (props: P, compiler) => {
    const json = compiler.props({ type: 'box', layout: 'vertical' }, props) as {
      contents?: unknown
    }
    json.contents ??= []
    if (Array.isArray(json.contents)) distribute(compiler, props.children, slots, json)
    return json
  })
}
