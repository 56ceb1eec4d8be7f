/** What the generated validators say, before it is explained. */
export interface RawError {
  /** JSON pointer to the value. */
  instancePath: string
  /** Name in the spec of what was expected there. */
  definition: string
  keyword: string
  params: Readonly<Record<string, unknown>>
}

/** A generated validator: null means that nothing is wrong. */
export type RawValidator = (value: unknown) => RawError[] | null
