/** The definitions of the spec: where LINE's reference describes them, and the members of unions. */
import { memberName, usualPage } from './definition-names.js'
import { pages, unions } from './generated/meta.js'
import { type Json, typeOf } from './rules/rule.js'

/** The page of LINE's reference that describes a definition, or its anchor on the usual page. */
export const docsOf = (definition: string): string =>
  Object.keys(pages).find((page) => new RegExp(`^(?:${pages[page]!})$`).test(definition)) ??
  usualPage(definition)

/** The same of a value: the page of its kind, or of the whole union. */
export const docsOfValue = (definition: string, value: Json): string =>
  docsOf(membersOf(definition).get(typeOf(value)) ?? definition)

/** The members of a union by their `type`; none of anything else. */
export function membersOf(definition: string): Map<string, string> {
  const [form = '', ...texts] = unions[definition]?.split(' ') ?? []
  return new Map(
    texts.map((text) => {
      const [type, name = memberName(form, text)] = text.split(':') as [string, string?]
      return [type, name]
    }),
  )
}

/** True if any union has a member with a `type`. */
export const isAnyType = (type: unknown): boolean =>
  Object.keys(unions).some((union) => membersOf(union).has(type as string))
