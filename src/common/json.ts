/** Guards for JSON from outside. */

/** Anything but a scalar; an array is an object too. */
export const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null

/** An object that is not an array. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  isObject(value) && !Array.isArray(value)
