/** fukidashi as it is installed, with declarations. A compiler reads them in a fraction of the time of the sources. */
import { execFile } from 'node:child_process'
import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { buildPackage, useBuiltPackage } from '../support/built-package.ts'
import { versions } from './tsc.ts'

const run = promisify(execFile)

/** Writes the package and its declarations into a folder. `npm run check:types` checks the sources. */
async function buildWithTypes(folder: string): Promise<void> {
  await buildPackage(folder)
  const args = ['-p', 'tsconfig.build.json', '--noCheck', '--outDir', join(folder, 'dist')]
  await run(process.execPath, [versions['6'], ...args])
}

/** The package with declarations, built once a run. */
export const usePackageWithTypes = () => useBuiltPackage(buildWithTypes, 'package-with-types')

/** A second copy, of another version: otherwise TypeScript takes the two for one. */
export async function copyOf(folder: string, target: string): Promise<void> {
  await cp(folder, target, { recursive: true })
  const manifest = join(target, 'package.json')
  const text = await readFile(manifest, 'utf8')
  await writeFile(manifest, text.replace(/"version": ".*?"/, '"version": "99.0.0"'))
}

/** Runs a file, and gives what it prints as JSON. */
export async function printed(...command: string[]): Promise<unknown> {
  const { stdout } = await run(process.execPath, command)
  return JSON.parse(stdout)
}
