/** What LINE's OpenAPI description says of one thing that can be sent: names only. */
export interface LineSchema {
  /** Words that a string can be. */
  words?: string[]
  /** Word of `type` → the schema that it is the type of. */
  members?: Record<string, string>
  required?: string[]
  /** Property → its type, or its words. `[]` is a list, `{}` a map. */
  properties?: Record<string, string | string[]>
}
