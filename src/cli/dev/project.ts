/** The project that a bot belongs to. */
import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'

/** Folder of the project: the working directory if the bot's file is below it, else the nearest folder with a package.json. */
export function projectFolder(entry: string | undefined): string {
  const folder = process.cwd()
  if (entry === undefined || isBelow(folder, entry)) return folder
  return packageFolder(dirname(entry)) ?? dirname(entry)
}

/** `C:\…` is the way between two drives. */
const isBelow = (folder: string, file: string): boolean =>
  !/^(?:\.\.(?:[\\/]|$)|[a-z]:|\\\\)/i.test(relative(folder, file))

function packageFolder(start: string): string | undefined {
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return folder
    if (dirname(folder) === folder) return undefined
  }
}

/** Longest display name of an account at LINE. */
const LONGEST_NAME = 20

/** Name of the account: that of the project's package.json, or of the bot's file or its folder. */
export function accountName(entry: string | undefined): string {
  const name = packageName(entry === undefined ? process.cwd() : dirname(entry)) ?? fileName(entry)
  return Array.from(name).slice(0, LONGEST_NAME).join('')
}

/** The name of the nearest package.json, without its scope. */
export function packageName(start: string): string | undefined {
  const folder = packageFolder(resolve(start))
  if (folder === undefined) return undefined
  try {
    const { name } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
      name?: unknown
    }
    return typeof name === 'string' && name !== '' ? name.replace(/^@[^/]*\//, '') : undefined
  } catch {
    return undefined
  }
}

/** Name of the file, or of its folder if the file has a common name. */
function fileName(entry: string | undefined): string {
  if (entry === undefined) return 'Bot'
  const name = basename(entry).replace(/\.\w+$/, '')
  return /^(?:bot|index|main|app|server|route)$/.test(name) ? basename(dirname(entry)) : name
}
