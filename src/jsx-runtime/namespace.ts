/** How TypeScript checks JSX. Nothing global: compilers find it beside the functions they call. */
import type { JsxElement } from './element.js'
import type { Node, TextChildren } from './types.js'

export declare namespace JSX {
  type Element = JsxElement
  type ElementType =
    keyof IntrinsicElements | ((props: never, context: never) => Node | Promise<Node>)

  interface ElementChildrenAttribute {
    children: unknown
  }

  interface IntrinsicAttributes {
    /** Accepted for lists, and ignored: messages have no identity over time. */
    key?: string | number | null | undefined
  }

  interface IntrinsicElements {
    /** A line break. */
    br: object
    /** Bold, in a Flex text. */
    b: { children?: TextChildren }
    /** Italic, in a Flex text. */
    i: { children?: TextChildren }
    /** Underlined, in a Flex text. */
    u: { children?: TextChildren }
    /** Struck through, in a Flex text. */
    s: { children?: TextChildren }
  }
}
