/** Errors of other programs in a line of a log. */

/** The first line of an error, without a password in an address. */
export const publicTextOf = (error: unknown): string =>
  (error instanceof Error ? error.message || error.name : String(error))
    .split('\n')[0]!
    .replace(/\/\/[^/\s]*@/g, '//…@')
    .slice(0, 200)
