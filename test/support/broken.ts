/** Values in which something is wrong. */
import fc, { type Arbitrary } from 'fast-check'

const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

/** Values in which a part is missing, is something else, or has another property. */
export function broken(values: Arbitrary<unknown>): Arbitrary<unknown> {
  const junk = fc.constantFrom(
    ...[7, '', ' ', 'x', true, {}, { type: 'text' }, { type: 'uri' }, { type: 'box' }, [], [{}]],
    [{ type: 'span', text: 'x' }],
    { type: 'bubble', body: { type: 'box', contents: [] } },
  )
  const names = fc.constantFrom('extra', 'children', 'key', 'ref', 'altText', 'type', 'x', 'uri')
  return fc
    .tuple(values, fc.array(fc.tuple(fc.nat(), junk, names), { minLength: 1, maxLength: 3 }))
    .map(([value, changes]) => {
      const copy = json(value) as object
      for (const [seed, replacement, name] of changes) {
        const objects = objectsIn(copy)
        const object = objects[seed % objects.length]!
        const keys = Object.keys(object)
        const key = keys[seed % Math.max(keys.length, 1)]
        const kind = seed % 3
        if (kind === 0 && key !== undefined && !Array.isArray(object))
          Reflect.deleteProperty(object, key)
        else if (kind === 1 && key !== undefined) Reflect.set(object, key, json(replacement))
        else if (!Array.isArray(object)) Reflect.set(object, name, json(replacement))
      }
      return copy
    })
}

const objectsIn = (value: unknown): object[] =>
  typeof value === 'object' && value !== null
    ? [value, ...Object.values(value).flatMap(objectsIn)]
    : []
