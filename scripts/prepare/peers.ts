/**
 * Installs packages that only some tests need: other compilers, frameworks, test runners and the official SDK. They are in a separate
 * package (`test/peers`), so that `npm ci` stays small. Tests find them by links in `test/node_modules`, which only has the
 * direct dependencies.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

const folder = join('test', 'peers')
const links = join('test', 'node_modules')
const install = 'npm ci --prefix test/peers'

type Packages = Record<string, { version?: string; optional?: boolean }>

const packagesOf = (lock: string): Packages =>
  (JSON.parse(readFileSync(lock, 'utf8')) as { packages: Packages }).packages

/** Whether the installed packages match the lock file. npm leaves out optional packages for other systems. */
function isInstalled(): boolean {
  const installed = join(folder, 'node_modules', '.package-lock.json')
  if (!existsSync(installed)) return false
  const there = packagesOf(installed)
  return Object.entries(packagesOf(join(folder, 'package-lock.json'))).every(
    ([name, { version, optional }]) =>
      name === '' || there[name]?.version === version || (optional && !there[name]),
  )
}

/** Installs the packages if necessary, and prints what it does. */
export function preparePeers(): void {
  if (!isInstalled()) {
    console.log(`peers: ${install} …`)
    const { status } = spawnSync(`${install} --no-audit --no-fund --loglevel=error`, {
      shell: true,
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    if (status !== 0)
      throw new Error(
        `The tests need the packages of ${folder}, which could not be installed. When you are online again, run: ${install}`,
      )
  } else console.log(`peers: ${folder}`)
  const { devDependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    devDependencies: Record<string, string>
  }
  for (const name of Object.keys(devDependencies)) {
    const link = join(links, name)
    if (existsSync(link)) continue
    mkdirSync(dirname(link), { recursive: true })
    symlinkSync(resolve(folder, 'node_modules', name), link, 'junction')
  }
}
