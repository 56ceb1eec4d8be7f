/** Checks what was passed on the command line, before anything is asked or written. */
import { existsSync, statSync } from 'node:fs'
import { isAbsolute, relative, resolve, sep } from 'node:path'
import { UsageError } from '../usage-error.js'

/**
 * Finds the folder of the project.
 *
 * @throws {UsageError} if it cannot be one
 */
export function folderOf(argument: string): string {
  if (argument.trim() === '' || argument.includes('\0'))
    throw new UsageError(
      'The name of the folder is empty. Pass a name, such as my-bot, or . for this folder.',
    )
  const folder = resolve(argument)
  if (existsSync(folder) && !statSync(folder).isDirectory())
    throw new UsageError(`${folder} is a file. Pass a folder: a new one, or one that exists.`)
  if (folder.split(sep).includes('node_modules'))
    throw new UsageError(
      `${folder} is inside node_modules, where package managers delete files. Choose a folder outside.`,
    )
  return folder
}

const version = /^(?:[\^~]|[<>]=?|=)?\d+(?:\.[\dx*]+){0,2}[\w.+-]*$/
const tag = /^(?:[a-z][\w.-]*|\*)$/i
const address = /^(?:npm|link|portal|workspace|git|git\+\w+|github|https?):\S+$/
const path = /^(?:file:|\.{0,2}[\\/]|[a-z]:[\\/])|\.tgz$/i

/**
 * Makes what package.json says of fukidashi: a version, or the path of a package as `file:`, from the project's folder.
 *
 * @param wanted - value of `--fukidashi`, with paths from the current folder
 * @throws {UsageError} if it is neither a version nor a file that exists
 */
export function fukidashiFor(folder: string, wanted: string): string {
  if (address.test(wanted)) return wanted
  if (path.test(wanted)) {
    const file = resolve(wanted.replace(/^file:(?:\/\/(?=\/))?/, ''))
    if (!existsSync(file))
      throw new UsageError(`--fukidashi: there is no file ${file}. Make it with npm pack.`)
    const way = relative(folder, file)
    return `file:${(isAbsolute(way) ? way : way || '.').replaceAll(sep, '/')}`
  }
  if (version.test(wanted) || tag.test(wanted)) return wanted
  throw new UsageError(
    `--fukidashi ${JSON.stringify(wanted)} is neither a version nor a file. Permitted: a version (^0.1.0), a tag (latest), or a package (./fukidashi-0.1.0.tgz).`,
  )
}
