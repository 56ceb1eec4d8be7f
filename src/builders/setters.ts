/** How the props of a component become methods of its builder, for TypeScript. */
import type { Nothing } from '../jsx-runtime/types.js'

/** One or several, nested or not; `false`, `null`, `undefined` and `''` are left out. */
export type Listed<T> = T | Nothing | readonly Listed<T>[]

type Setter<V, Builder> = [V] extends [readonly (infer Item)[]]
  ? (...items: readonly Listed<Item>[]) => Builder
  : [V] extends [boolean]
    ? (value?: V) => Builder
    : (value: V | undefined) => Builder

/**
 * A method for each prop. Methods of lists add to the list, all others replace the value; `undefined` removes a property, and a
 * boolean without argument is `true`.
 */
export type Setters<Props, Builder> = {
  readonly [K in keyof Props]-?: K extends 'children'
    ? (...children: readonly Props[K][]) => Builder
    : Setter<Exclude<Props[K], undefined>, Builder>
}
