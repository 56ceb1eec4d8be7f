/** The menu that is rendered: it is a part of the context of components, so that its own tabs have no area. */

/** Shared by all copies of the library: the command may load another one than the project does. */
const OWN = Symbol.for('fukidashi.ownRichMenu')

type IsOwn = (to: string) => boolean

/** The context with a test for tabs that lead to the menu itself. */
export const withOwnMenu = <C extends object>(context: C, isOwn: IsOwn): C => ({
  ...context,
  [OWN]: isOwn,
})

/** Tests whether a tab leads to the menu that is rendered. Outside of `richMenus` none does. */
export const isOwnMenu = (context: unknown, to: string): boolean =>
  (context as { [OWN]?: IsOwn } | null | undefined)?.[OWN]?.(to) ?? false
