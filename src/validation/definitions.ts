/** The definitions of the spec: where LINE's reference describes them, and the members of unions. */
import { memberName, usualPage } from './definition-names.js'
import { type Json, typeOf } from './rules/rule.js'

/** What the spec says of definitions beside their shape. Short texts, because the core counts its bytes. */
export interface Meta {
  /** Pages and anchors of LINE's reference, with patterns of the definitions that they describe, unless they are named like them. */
  readonly pages: Readonly<Record<string, string>>
  /** Unions: how most of their members are called, and the `type` of each, with the names of the other members. */
  readonly unions: Readonly<Record<string, string>>
}

/** The page of LINE's reference that describes a definition, or its anchor on the usual page. */
export const docsOf = ({ pages }: Meta, definition: string): string =>
  Object.keys(pages).find((page) => new RegExp(`^(?:${pages[page]!})$`).test(definition)) ??
  usualPage(definition)

/** The same of a value: the page of its kind, or of the whole union. */
export const docsOfValue = (meta: Meta, definition: string, value: Json): string =>
  docsOf(meta, membersOf(meta, definition).get(typeOf(value)) ?? definition)

/** The members of a union by their `type`; none of anything else. */
export function membersOf({ unions }: Meta, definition: string): Map<string, string> {
  const [form = '', ...texts] = unions[definition]?.split(' ') ?? []
  return new Map(
    texts.map((text) => {
      const [type, name = memberName(form, text)] = text.split(':') as [string, string?]
      return [type, name]
    }),
  )
}

/** True if any union has a member with a `type`. */
export const isAnyType = (meta: Meta, type: unknown): boolean =>
  Object.keys(meta.unions).some((union) => membersOf(meta, union).has(type as string))
