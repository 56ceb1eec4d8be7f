/** Environment variables of the bot: those of the project's files, and LINE's, which are always the emulator's. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'

/** Files with variables; the first that sets a variable wins. Wrangler reads the first instead of all others. */
export const variableFiles = [
  '.dev.vars',
  '.env.development.local',
  '.env.local',
  '.env.development',
  '.env',
] as const

export class Variables {
  readonly #folder: string
  readonly #own: Readonly<Record<string, string>>
  /** Names that come from files. */
  #set = new Set<string>()

  /**
   * @param folder - folder of the files
   * @param own - the emulator's variables
   */
  constructor(folder: string, own: Readonly<Record<string, string>>) {
    this.#folder = folder
    this.#own = own
  }

  get paths(): string[] {
    return variableFiles.map((name) => join(this.#folder, name))
  }

  /**
   * Sets the variables of the process. Existing ones stay.
   * @returns notices for the developer: what is used, and what is not
   */
  load(): string[] {
    for (const name of this.#set) Reflect.deleteProperty(process.env, name)
    this.#set = new Set()
    Object.assign(process.env, this.#own)
    return variableFiles.flatMap((file) => this.#loadFile(file))
  }

  #loadFile(file: string): string[] {
    const values = readVariables(join(this.#folder, file))
    if (values === undefined) return []
    const unused: string[] = []
    for (const [name, value] of Object.entries(values)) {
      if (name in this.#own) unused.push(name)
      else if (process.env[name] === undefined) {
        process.env[name] = value
        this.#set.add(name)
      }
    }
    const notice = `${unused.join(' and ')} of ${file} ${unused.length === 1 ? 'is' : 'are'} not used: the bot gets the emulator's ${unused.length === 1 ? 'value' : 'values'}.`
    return unused.length === 0 ? [] : [notice]
  }
}

/** The variables of a file; `undefined` if there is no such file. */
function readVariables(file: string): NodeJS.Dict<string> | undefined {
  try {
    return parseEnv(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

/** The value of a variable in the files of a folder. */
export function fileVariable(folder: string, name: string): string | undefined {
  for (const file of variableFiles) {
    const value = readVariables(join(folder, file))?.[name]
    if (value !== undefined) return value
  }
  return undefined
}

/** The value of a variable of the environment, or of the files of the working directory; undefined if it is missing or blank. */
export function variable(name: string): string | undefined {
  const value = (process.env[name] ?? fileVariable(process.cwd(), name))?.trim()
  return value === '' ? undefined : value
}
