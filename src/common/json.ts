/** Guards for JSON from outside. */

/** Anything but a scalar; an array is an object too. */
export const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null

/** An object that is not an array. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  isObject(value) && !Array.isArray(value)

/** JSON without the `$schema` of the file that it comes from: it is for editors, and LINE does not know it. */
export function withoutSchema<T>(json: T): T {
  if (!isRecord(json) || !Object.hasOwn(json, '$schema')) return json
  const { $schema: _, ...rest } = json
  return rest as T
}
