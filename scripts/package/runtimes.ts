/** The runtimes of `test/runtimes`, which come from npm. */
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** Folder with the programs that runtimes run. */
export const runtimes = resolve('test/runtimes')

/** Path of a file in one of the packages, which are installed if they are missing. */
export function runtimeFile(path: string): string {
  if (!existsSync(join(runtimes, 'node_modules')))
    execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--prefix', runtimes], {
      stdio: 'inherit',
    })
  return join(runtimes, 'node_modules', path)
}
