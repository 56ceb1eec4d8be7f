/** Packages that run scripts when they are installed: npm warns of each about which package.json says nothing. */
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { globSync } from 'tinyglobby'
import { expect, it } from 'vitest'

interface Lock {
  packages: Record<string, { name?: string; hasInstallScript?: boolean }>
}

const read = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as unknown
const locks = globSync('**/package-lock.json', { ignore: '**/node_modules/**' })

it.each(locks)('%s has no package whose scripts are neither permitted nor refused', (lock) => {
  const { packages } = read(lock) as Lock
  const { allowScripts = {} } = read(join(dirname(lock), 'package.json')) as {
    allowScripts?: Record<string, boolean>
  }
  const names = Object.entries(packages)
    .filter(([, { hasInstallScript }]) => hasInstallScript)
    .map(([path, { name }]) => name ?? path.slice(path.lastIndexOf('node_modules/') + 13))
  expect([...new Set(names)].toSorted()).toEqual(Object.keys(allowScripts).toSorted())
})
