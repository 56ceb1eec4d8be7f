/** JSON Schema → arbitraries: whatever the published schema permits, and nothing else. */
import fc, { type Arbitrary } from 'fast-check'

/** What is read of a JSON Schema. */
export interface Schema {
  $ref?: string
  allOf?: Schema[]
  type?: string
  const?: unknown
  enum?: unknown[]
  pattern?: string
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  minItems?: number
  maxItems?: number
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: boolean | Schema
  anyOf?: Schema[]
  then?: Schema
}

/** Beside the schema: what it cannot say of a text, by the name of the property. */
export type Texts = (property: string) => Arbitrary<string> | undefined

/** Arbitraries for all definitions of a schema. */
export function fromSchema(
  definitions: Record<string, Schema>,
  texts: Texts,
): (definition: string) => Arbitrary<unknown> {
  const known = new Map<string, Arbitrary<unknown>>()

  function named(definition: string): Arbitrary<unknown> {
    const found = known.get(definition)
    if (found) return found
    // Trees grow by their rare branches only; fast-check ends them by the depth that all of them share.
    const made = fc.memo(() => of(definitions[definition]!, ''))()
    known.set(definition, made)
    return made
  }

  function of(schema: Schema, property: string): Arbitrary<unknown> {
    const { $ref, allOf, anyOf } = schema
    // Each member of a union under its condition, or a reference with a description.
    const branches = allOf?.flatMap(({ then }) => then ?? [])
    if (allOf && branches?.length === 0)
      return of(allOf.find((part) => part.$ref !== undefined) ?? allOf[0]!, property)
    if ($ref !== undefined) {
      const name = $ref.replace('#/definitions/', '')
      const target = definitions[name]!
      // What a text is may depend on the name of its property.
      return target.type === 'string' ? of(target, property) : lazily(name)
    }
    if (schema.then) return of(schema.then, property)
    const members = anyOf ?? branches
    if (members)
      return fc.oneof(
        { depthIdentifier: 'schema', depthSize: 'small', maxDepth: 6 },
        ...leavesFirst(members).map((member) => of(member, property)),
      )
    if (schema.const !== undefined) return fc.constant(schema.const)
    if (schema.enum) return fc.constantFrom(...schema.enum)
    switch (schema.type) {
      case 'string':
        return text(schema, property)
      case 'integer':
        return fc.integer({ min: schema.minimum ?? 0, max: schema.maximum ?? 5000 })
      case 'number':
        // JSON knows one zero.
        return fc
          .double({ min: schema.minimum ?? 0, max: schema.maximum ?? 5000, noNaN: true })
          .map((number) => (number === 0 ? 0 : number))
      case 'boolean':
        return fc.boolean()
      case 'array':
        return fc.array(of(schema.items!, property), {
          minLength: schema.minItems ?? 0,
          maxLength: Math.min(schema.maxItems ?? 3, (schema.minItems ?? 0) + 2),
          depthIdentifier: 'schema',
        })
      case 'object':
        return object(schema)
      default:
        throw new Error(`no arbitrary for ${JSON.stringify(schema)}`)
    }
  }

  /** Definitions refer to each other in circles. */
  const lazily = (definition: string): Arbitrary<unknown> =>
    fc.constant(undefined).chain(() => named(definition))

  function object({
    properties = {},
    required = [],
    additionalProperties,
  }: Schema): Arbitrary<unknown> {
    if (typeof additionalProperties === 'object')
      return fc.dictionary(fc.stringMatching(/^\w{1,20}$/), of(additionalProperties, ''), {
        maxKeys: 2,
      })
    return fc.record(
      Object.fromEntries(
        Object.entries(properties).map(([name, schema]) => [name, of(schema, name)]),
      ),
      { requiredKeys: required },
    )
  }

  function text(
    { pattern, minLength = 0, maxLength = 12 }: Schema,
    property: string,
  ): Arbitrary<string> {
    if (pattern !== undefined)
      return fc
        .stringMatching(new RegExp(pattern))
        .filter(({ length }) => length >= minLength && length <= Math.max(maxLength, 64))
    return texts(property) ?? fc.string({ minLength, maxLength: Math.min(maxLength, 12) })
  }

  /** fast-check takes the first when it is deep enough: the one that leads nowhere deeper. */
  const leavesFirst = (members: Schema[]): Schema[] =>
    [...members].sort((a, b) => weight(a) - weight(b))
  const weight = (schema: Schema): number => {
    const target =
      schema.$ref === undefined ? schema : definitions[schema.$ref.replace('#/definitions/', '')]!
    return JSON.stringify(target).split('$ref').length
  }

  return named
}
