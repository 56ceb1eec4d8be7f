/** The functions that compilers write for JSX. */
import { type Component } from './component.js'
import {
  ELEMENT,
  type ElementNode,
  FRAGMENT,
  type JsxElement,
  PROVIDE,
  type Source,
} from './element.js'
import { toJson } from './to-json.js'
import type { Context } from './types.js'

type Key = string | number | null | undefined
type PropsObject = Readonly<Record<string, unknown>>

const noProps: PropsObject = Object.freeze({})

class Node implements ElementNode {
  // Only declared, because V8 calls an extra function to define the fields of a class.
  declare readonly $$typeof: typeof ELEMENT
  declare readonly type: unknown
  declare readonly props: PropsObject
  declare readonly key: string | number | null
  declare readonly source: Source | undefined

  constructor(type: unknown, props: PropsObject | null, key: Key, source: Source | undefined) {
    // On each element and not on the prototype: it is what other copies of the library look for.
    this.$$typeof = ELEMENT
    this.type = type
    this.props = props ?? noProps
    this.key = key ?? null
    this.source = source
  }

  /** Makes `JSON.stringify(<Text>hi</Text>)` work. */
  toJSON(): unknown {
    return toJson(this)
  }
}

/** @internal The element of any type, for builders. */
export const createNode = (type: unknown, props: PropsObject): ElementNode =>
  new Node(type, props, null, undefined)

const shown = (node: ElementNode) => node as unknown as JsxElement

/** What `<Type {...props} />` becomes with `jsx: 'react-jsx'`. */
export function jsx(type: unknown, props: PropsObject | null, key?: Key): JsxElement {
  return shown(new Node(type, props, key, undefined))
}

/** What `<Type {...props} />` becomes with `jsx: 'react-jsxdev'`: knows its place in the source. */
export function jsxDEV(
  type: unknown,
  props: PropsObject | null,
  key?: Key,
  _isStatic?: boolean,
  source?: Source,
): JsxElement {
  return shown(new Node(type, props, key, source))
}

/** The classic form, to which compilers fall back when a spread is before `key`. */
export function createElement(
  type: unknown,
  props?: PropsObject | null,
  ...children: unknown[]
): JsxElement {
  const { key, __source, __self: _self, ...rest } = props ?? {}
  const all =
    children.length === 0
      ? rest
      : { ...rest, children: children.length === 1 ? children[0] : children }
  return shown(new Node(type, all, key as Key, __source as Source | undefined))
}

/** Props of {@link Provide}. */
export interface ProvideProps {
  /** Added to the context that is passed from outside; its properties come first. */
  context: Partial<Context>
  children?: unknown
}

/**
 * Passes a context to the components inside it, as their second argument. It is added to the context around it. It prints nothing.
 *
 * @example
 * <Provide context={{ t: (key) => t(key, 'ja') }}>
 *   <Menu />
 * </Provide>
 */
export const Provide = PROVIDE as unknown as Component<ProvideProps>

/** `<>…</>`: several things in the place of one. */
export const Fragment = FRAGMENT as unknown as Component<{ children?: unknown }>
