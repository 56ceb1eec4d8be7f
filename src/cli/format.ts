/** Formats code with the Prettier of the project, if there is one. */

/**
 * @param file - decides which settings of Prettier are used
 * @returns the code as it is when Prettier is not installed
 */
export async function formatted(code: string, file: string): Promise<string> {
  const prettier = await loaded()
  if (!prettier) return code
  const settings = await prettier.resolveConfig(file, { editorconfig: true })
  return prettier.format(code, { ...settings, parser: 'typescript', filepath: file })
}

async function loaded(): Promise<typeof import('prettier') | undefined> {
  try {
    return await import('prettier')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_MODULE_NOT_FOUND') return undefined
    throw error
  }
}
