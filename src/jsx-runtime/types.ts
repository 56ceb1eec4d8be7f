/** Types of props, children and components. */
import type { Element, JsxElement } from './element.js'

/**
 * What every component gets as its second argument. Open for your own properties:
 *
 * @example
 * declare module 'fukidashi' {
 *   interface Context { t: (key: string) => string }
 * }
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- open for declaration merging
export interface Context {}

/** Prints nothing, so that `{condition && …}` works, also with a condition that is text. */
export type Nothing = Absent | ''

/** {@link Nothing} beside text, which includes `''`. */
export type Absent = boolean | null | undefined

/** Prints as text. */
export type Printable = string | number | bigint

/** Anything that a component may return. As children it is refused: see `FlexChildren`, `TextChildren` and the others. */
export type Node = object | Printable | Absent

/**
 * A component of your own: props and context in, something renderable out.
 *
 * @example
 * const Hello: FC<{ name: string }> = ({ name }, { t }) => <Text>{t('hello')} {name}</Text>
 */
export type FC<P = object, C = Context> = (props: P, context: C) => Node | Promise<Node>

type Scalar = string | number | boolean | null | undefined

/** A `T`, or what becomes one; inside it, elements may take the place of any object, and text of any text with a pattern. */
export type Into<T> = Plain<T> | Whole<Exclude<T, Scalar | readonly unknown[]>>

type Plain<T> = T extends string
  ? Open<T>
  : T extends Scalar
    ? T
    : T extends readonly (infer U)[]
      ? readonly Into<U>[]
      : Parts<T>

/** Text that matches a pattern, such as `#${string}`, or any text from data: validation checks it. `& {}` keeps completion of the rest. */
type Open<T extends string> = string extends T
  ? T
  : // Of a pattern, a record has an index signature, which may be empty. Written as `{}`, the union below would become `string`.
    // eslint-disable-next-line @typescript-eslint/no-generated-empty-object-type -- see above
    Record<never, 1> extends Record<T, 1>
    ? T | (string & {})
    : T

type Parts<T> = { readonly [K in keyof T]: Part<T[K]> }

// By way of tuples, scalars become a union without a name: TypeScript shows its values in errors and hovers.
type Part<T> = [T] extends [Scalar] ? Boxed<T>[0] : Into<T>
type Boxed<T> = T extends string ? [Open<T>] : [T]

// Not distributed over unions, so that an element of a union is permitted where the union is.
type Whole<T> = [T] extends [never] ? never : Element<T> | JsxElement

/** Children that become `T`s, or elements `E` that have a place of their own: one, several, or none. */
export type Children<T, E = never> = Into<T> | E | JsxElement | Nothing | readonly Children<T, E>[]

/** Children that become text, `T`s, or elements `E` that have a place of their own. */
export type TextAnd<T, E = never> =
  Printable | Into<T> | E | JsxElement | Absent | readonly TextAnd<T, E>[]

/** Children that are text, for all components that hold text: strings, numbers, `<br/>`, and in a Flex text `<b>` and the like. */
export type TextChildren = Printable | JsxElement | Absent | readonly TextChildren[]

/** Any JSX, but no text: children of a component that passes them to one that accepts no text. */
export type Elements = JsxElement | Nothing | readonly Elements[]

/**
 * Props of a component: the properties of its JSON without `type`, those of `K` optional because children may say them.
 * Objects may be elements, and what is optional may be `undefined`.
 */
export type Props<T, K extends keyof T = never> = {
  [P in keyof T as P extends 'type' ? never : P]: undefined extends T[P]
    ? Part<T[P]> | undefined
    : Part<T[P]>
} extends infer All
  ? Omit<All, K> & { [P in keyof Pick<All, K & keyof All>]?: All[P] | undefined }
  : never
