/** The part of Standard Schema (https://standardschema.dev) that is used here. Valibot, Zod, ArkType and others implement it. */
export interface StandardSchema<Input = unknown, Output = Input> {
  readonly '~standard': {
    readonly version: 1
    readonly vendor: string
    readonly validate: (value: unknown) => StandardResult<Output> | Promise<StandardResult<Output>>
    readonly types?: { readonly input: Input; readonly output: Output } | undefined
  }
}

/** Result of a validation: a value, or issues. */
export type StandardResult<Output> =
  | { readonly value: Output; readonly issues?: undefined }
  | { readonly issues: readonly StandardIssue[] }

/** One problem of a value. */
export interface StandardIssue {
  readonly message: string
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined
}

/** Input type of a schema. */
export type SchemaInput<S> = S extends StandardSchema<infer Input, unknown> ? Input : never

/** Output type of a schema. */
export type SchemaOutput<S> = S extends StandardSchema<unknown, infer Output> ? Output : never

/** `id: expected a number; size: required` */
export const describeIssues = (issues: readonly StandardIssue[]): string =>
  issues
    .map(({ path, message }) => {
      const place = (path ?? [])
        .map((step) => String(typeof step === 'object' ? step.key : step))
        .join('.')
      return place ? `${place}: ${message}` : message
    })
    .join('; ')
