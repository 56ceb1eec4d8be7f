/** Errors with the imagemap that they are about. */

/** The same error; its message names the imagemap, once. */
export function mapError(error: unknown, name: string): unknown {
  if (error instanceof Error && !error.message.includes(name))
    error.message = `${name[0]!.toUpperCase()}${name.slice(1)}: ${error.message}`
  return error
}
