/** fukidashi as it is installed: JavaScript and declarations of the sources as they are now, in a `node_modules`. */
import { execFile } from 'node:child_process'
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { buildPackage } from '../support/built-package.ts'

const run = promisify(execFile)

const entries = ['index', 'flex', 'builders/index', 'jsx-runtime/index', 'jsx-runtime/dev']
const sources = entries.map((entry) => resolve('src', `${entry}.ts`))

/** Makes the package in `folder`. */
export async function pack(folder: string): Promise<void> {
  const dist = join(folder, 'dist')
  await mkdir(dist, { recursive: true })
  await buildPackage(folder)
  const config = join(folder, 'tsconfig.declarations.json')
  await writeFile(
    config,
    JSON.stringify({
      extends: resolve('tsconfig.build.json'),
      compilerOptions: { rootDir: resolve('src'), outDir: dist },
      files: sources,
      include: [],
    }),
  )
  await run(process.execPath, ['node_modules/typescript/bin/tsc', '-p', config])
}

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
