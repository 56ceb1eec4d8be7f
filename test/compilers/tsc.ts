/** The three compilers of TypeScript, by their command lines, on programs in a folder of their own. */
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Where each version is installed. */
export const versions = {
  '5.9': 'test/peers/node_modules/typescript-5.9/bin/tsc',
  '6': 'node_modules/typescript/bin/tsc',
  '7': 'test/peers/node_modules/typescript-7/bin/tsc',
} as const

export type Version = keyof typeof versions
export const everyVersion = Object.keys(versions) as Version[]

/** Garbage is collected less often than by default, which takes a tenth of the time of a compiler. */
const fewerCollections = '--max-semi-space-size=64'

async function errorsOf(version: Version, args: readonly string[]): Promise<string> {
  try {
    const all = [fewerCollections, versions[version], ...args, '--pretty', 'false']
    await run(process.execPath, all)
    return ''
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string }
    return stdout + stderr
  }
}

/** Runs a compiler on a project, and returns the errors. */
export const tsc = (version: Version, project: string): Promise<string> =>
  errorsOf(version, ['-p', project])

/** Runs a compiler on several projects in one process, and returns the errors. */
export const tscAll = (version: Version, projects: readonly string[]): Promise<string> =>
  errorsOf(version, ['-b', ...projects])

/**
 * Writes files into a folder below this one, so that they find `node_modules` and fukidashi's sources, and takes them away
 * when the work is done.
 */
export async function inFolder<T>(
  files: Record<string, string>,
  work: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(resolve(import.meta.dirname, '.tmp-'))
  try {
    for (const [name, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, name)), { recursive: true })
      await writeFile(join(folder, name), text)
    }
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** A tsconfig as a user has it, reading fukidashi from its sources. */
export const tsconfig = (options: object = {}, include = ['.']) =>
  JSON.stringify({
    compilerOptions: {
      target: 'ES2022',
      lib: ['ES2023'],
      module: 'nodenext',
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      skipLibCheck: false,
      types: [],
      jsx: 'react-jsx',
      jsxImportSource: 'fukidashi',
      customConditions: ['fukidashi-source'],
      ...options,
    },
    include,
  })
