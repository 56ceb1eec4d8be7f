/** A schema of LINE's description. */
export interface Fact {
  /** Permitted strings, of a type that is a list of strings. */
  words?: string[]
  /** Value of `type` → name of the schema for it. */
  members?: Record<string, string>
  required?: string[]
  /** Property → its type, or its permitted strings. `[]` is a list, `{}` a map. */
  properties?: Record<string, string | string[]>
}
