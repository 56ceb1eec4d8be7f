/** The package.json of fukidashi. */
import { readFileSync } from 'node:fs'

interface Manifest {
  name: string
  version: string
  engines: { node: string }
  peerDependencies: Record<string, string>
}

/** Reads the package.json. This file is bundled into a folder of the same depth: the path fits both. */
export function manifest(): Manifest {
  const file = new URL('../../package.json', import.meta.url)
  return JSON.parse(readFileSync(file, 'utf8')) as Manifest
}
