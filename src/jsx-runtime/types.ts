/** What may be written where, for TypeScript. */
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

/** Prints nothing, so that `{condition && …}` works. */
export type Nothing = boolean | null | undefined

/** Prints as text. */
export type Printable = string | number | bigint

/** Anything that can stand in the braces of JSX, or be returned by a component. */
export type Node = object | Printable | Nothing

/**
 * A component of your own: props and context in, something renderable out.
 *
 * @example
 * const Hello: FC<{ name: string }> = ({ name }, { t }) => <Text>{t('hello')} {name}</Text>
 */
export type FC<P = object, C = Context> = (props: P, context: C) => Node | Promise<Node>

type Scalar = string | number | boolean | null | undefined

/** A `T`, or what becomes one; inside it, elements may take the place of any object. */
export type Into<T> = Plain<T> | Whole<Exclude<T, Scalar | readonly unknown[]>>

type Plain<T> = T extends Scalar
  ? T
  : T extends readonly (infer U)[]
    ? readonly Into<U>[]
    : { readonly [K in keyof T]: Into<T[K]> }

// Not distributed over unions, so that an element of a union may stand where the union may.
type Whole<T> = [T] extends [never] ? never : Element<T> | JsxElement

/** Children that become `T`s, or elements `E` that have a place of their own: one, several, or none. */
export type Children<T, E = never> = Into<T> | E | JsxElement | Nothing | readonly Children<T, E>[]

/** Children that become text, `T`s, or elements `E` that have a place of their own. */
export type TextAnd<T, E = never> =
  Printable | Into<T> | E | JsxElement | Nothing | readonly TextAnd<T, E>[]

/** Children that become text. */
export type TextChildren = Printable | JsxElement | Nothing | readonly TextChildren[]

/**
 * Props of a component: the properties of its JSON without `type`, those of `K` optional because children may say them.
 * Objects may be elements, and what is optional may be `undefined`.
 */
export type Props<T, K extends keyof T = never> = {
  [P in keyof T as P extends 'type' ? never : P]: undefined extends T[P]
    ? Into<T[P]> | undefined
    : Into<T[P]>
} extends infer All
  ? Omit<All, K> & { [P in keyof Pick<All, K & keyof All>]?: All[P] | undefined }
  : never
