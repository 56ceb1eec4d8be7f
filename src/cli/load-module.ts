/** The module of a file that a command is passed. */
import { resolve, sep } from 'node:path'
import { bundle } from '../catalog/node/index.js'
import { printToStandardError } from './progress.js'
import { UsageError } from './usage-error.js'

/**
 * Compiles and loads a module. What it prints goes to standard error.
 *
 * @param file - a file that exists
 * @param others - what the command takes besides modules: `or a JSON file`
 * @throws {UsageError} if its name is not that of a module
 */
export async function loadModule(file: string, others = ''): Promise<Record<string, unknown>> {
  if (!/\.[cm]?[jt]sx?$/i.test(file))
    throw new UsageError(
      `${file} is not a module. Pass a .tsx, .ts, .jsx or .js file${others && `, ${others}`}.`,
    )
  printToStandardError()
  const path = resolve(file)
  const { loaders, errors, mapped } = await bundle(process.cwd(), [path])
  const places = errors.map(
    ({ message, file: at = path, line, column }) =>
      `${at}${line === undefined ? '' : `:${line}:${column ?? 1}`}: ${message}`,
  )
  if (places.length > 0) throw new Error(`${file} cannot be compiled.\n${places.join('\n')}`)
  try {
    return await loaders.get(path)!()
  } catch (cause) {
    const reason =
      cause instanceof Error ? ownFrames(mapped(cause.stack ?? cause.message)) : String(cause)
    throw new Error(`${file} failed while it was loaded.\n${reason}`, { cause })
  }
}

/** A stack up to its last frame in the project, with paths from there. Frames of the bundle have no source, and are left out. */
function ownFrames(stack: string): string {
  const folder = `${process.cwd()}${sep}`
  const lines = stack.split('\n').filter((line) => !line.includes('/node_modules/.fukidashi/'))
  const last = lines.findLastIndex((line) => line.includes(folder))
  return (last < 0 ? lines : lines.slice(0, last + 1))
    .map((line) => line.replace(folder, ''))
    .join('\n')
}
