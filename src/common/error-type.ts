/** Code or name of an error, for where its message must not be: it may repeat texts of people. `_OTHER` if it has neither. */
export function errorTypeOf(error: unknown): string {
  if (!(error instanceof Error)) return '_OTHER'
  const { code } = error as { code?: unknown }
  const name = typeof code === 'string' ? code : error.name
  return /^[\w$.-]{1,60}$/.test(name) ? name : '_OTHER'
}
