/** Components by their row in the table: props are copied into the JSON, children go to the properties that the row names. */
import {
  component,
  type Component,
  type ComponentHost,
  type Kind,
} from '../jsx-runtime/component.js'
import { addText, distribute, type Slots } from './distribute.js'
import { many, one } from './message.js'

/** The part of a row of the table that a component needs at run time. An array, because the core counts its bytes. */
export type ComponentRow = readonly [
  /** As in JSX: `Flex.Text`. */
  name: string,
  kind: Kind,
  /** The `type` of its JSON; empty if it has none. */
  type?: string,
  /** Where children go. An object, because V8 looks up names that are cut out of a text several times as slowly. */
  children?: Partial<Record<Kind | 'text' | 'json', string | readonly [list: string]>>,
  /** The property from which `altText` is taken if it is missing. */
  altTextFrom?: string,
]

/** Where the children of a component go. `own` has the places that are not a property of the JSON. */
/*#__NO_SIDE_EFFECTS__*/
export function slotsOf([, kind, , children]: ComponentRow, own: Slots = {}): Slots {
  const kinds = { ...own.kinds }
  let { text, json } = own
  const around = kind === 'message' && { quickReply: 'quickReply', sender: 'sender' }
  for (const [child, place] of Object.entries({ ...children, ...around })) {
    const slot = typeof place === 'string' ? one(place) : many(place[0])
    if (child === 'text') text ??= addText
    else if (child === 'json') json ??= slot
    else kinds[child as Kind] ??= slot
  }
  // All slots have one shape, which makes reading them faster.
  return { text, kinds, json, blanksAtEdges: kind === 'flexSpan' }
}

/** Returns a function that reads the only child; any other number of children is a problem. `what` says what is permitted. */
/*#__NO_SIDE_EFFECTS__*/
export function onlyChild(
  row: ComponentRow,
  kinds: readonly Kind[],
  what: string,
): (compiler: ComponentHost, children: unknown) => object | undefined {
  const add = many('children')
  const slots = slotsOf(row, {
    kinds: Object.fromEntries(kinds.map((kind) => [kind, add])),
    json: add,
  })
  return (compiler, content) => {
    const json: { children?: object[] } = {}
    const before = compiler.problems.length
    distribute(compiler, content, slots, json)
    const { children = [] } = json
    // A child in a wrong place is the one problem.
    if (children.length > 1 || (children.length === 0 && compiler.problems.length === before))
      compiler.report(
        children.length === 0 ? 'missing_child' : 'wrong_child',
        `<${row[0]}> holds ${children.length} ${what}`,
        { actual: children.length, limit: 1 },
      )
    return children[0]
  }
}

/** A component that is its row, and nothing else. `own` has further places, `last` looks at the JSON. */
/*#__NO_SIDE_EFFECTS__*/
export function fromRow<P extends object & { children?: unknown }>(
  row: ComponentRow,
  own?: Slots,
  last?: (json: object, compiler: ComponentHost) => void,
): Component<P> {
  const type = row[2]
  const slots = slotsOf(row, own)
  return component(row, (props: P, compiler) => {
    const json = compiler.props(type ? { type } : {}, props)
    distribute(compiler, props.children, slots, json)
    last?.(json, compiler)
    return json
  })
}
