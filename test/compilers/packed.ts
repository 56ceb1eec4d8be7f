/** Copies of the package, and programs that import it. */
import { execFile } from 'node:child_process'
import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

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
