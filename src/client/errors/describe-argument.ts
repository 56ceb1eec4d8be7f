/** A wrong argument for an error text, in few words. */
export function describeArgument(value: unknown): string {
  if (value === null || value === undefined || typeof value === 'number') return String(value)
  if (typeof value === 'string') return value.length > 40 ? 'a long string' : JSON.stringify(value)
  return Array.isArray(value) ? 'an array' : `something of type ${typeof value}`
}
