/** Makes a package one of ES modules, which the bot's files are. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { UsageError } from '../usage-error.js'
import type { Manifest } from './merge-manifest.js'

const code = /\.[jt]sx?$/

/** How many folders deep code is searched. */
const depth = 3

/** A file that Node would read in another way if the package's `type` changed. */
function findCode(folder: string, level = 0): string | undefined {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue
    const path = join(folder, entry.name)
    if (entry.isFile() && code.test(entry.name)) return path
    const inside = entry.isDirectory() && level < depth ? findCode(path, level + 1) : undefined
    if (inside !== undefined) return inside
  }
  return undefined
}

/**
 * @throws {UsageError} if the folder has code that may be CommonJS
 */
export function useModules(
  manifest: Manifest,
  folder: string,
): { manifest: Manifest; changes: string[] } {
  if (manifest.type === 'module') return { manifest, changes: [] }
  const file = findCode(folder)
  if (file !== undefined)
    throw new UsageError(
      `package.json of ${folder} has no "type": "module", so ${file} is CommonJS; the bot consists of ES modules. ` +
        'Set "type": "module" if your code permits it, or choose a folder for the bot alone, such as bot. Nothing was written.',
    )
  return {
    manifest: { ...manifest, type: 'module' },
    changes: ['"type": "module"'],
  }
}
