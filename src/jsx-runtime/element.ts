/** What JSX and builders make: a description that is turned into JSON later. */

/** Marks elements. Shared by all copies of the library. */
export const ELEMENT: unique symbol = Symbol.for('fukidashi.element')
/** The type of `<>…</>`. */
export const FRAGMENT: unique symbol = Symbol.for('fukidashi.fragment')
/** The type of `<Provide>`. */
export const PROVIDE: unique symbol = Symbol.for('fukidashi.Provide')

/**
 * Something that becomes a `T` of LINE's JSON. Builders say what they become; of JSX, TypeScript knows only that it is
 * JSX: see {@link JsxElement}.
 */
export interface Element<out T> {
  readonly '~kind': T
}

/** What a JSX expression is to TypeScript. */
export type JsxElement = Element<'jsx'>

/** Position of an element in the source, as compilers write it with `jsx: 'react-jsxdev'`. */
export interface Source {
  fileName: string
  lineNumber: number
  columnNumber: number
}

/** An element at run time, from any copy of the library. */
export interface ElementNode {
  readonly $$typeof: typeof ELEMENT
  readonly type: unknown
  readonly props: Readonly<Record<string, unknown>>
  readonly key: string | number | null
  readonly source: Source | undefined
}

/** True for elements, also for those of another copy of the library. */
export function isElement(value: unknown): value is ElementNode {
  return (
    typeof value === 'object' &&
    value !== null &&
    (value as { $$typeof?: unknown }).$$typeof === ELEMENT
  )
}
