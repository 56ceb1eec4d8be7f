/** fukidashi as it is installed, without declarations. A program that imports it starts in a fraction of the time of the sources. */
import { cp, mkdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'
import { beforeAll } from 'vitest'
import { packedManifest, sourceCondition } from '../../scripts/package/manifest.ts'
import { onceARun } from './once-a-run.ts'

/** The sources of all entry points and commands that package.json names. */
async function entryPoints(): Promise<string[]> {
  const manifest = await readFile('package.json', 'utf8')
  const sources = [...manifest.matchAll(/"\.\/(src\/[^"]+\.ts)"/g)].map(([, path]) => path!)
  return [...new Set([...sources, 'src/cli/index.ts'])]
}

/** Writes package.json and JavaScript of the package into a folder. */
export async function buildPackage(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  const manifest = packedManifest(await readFile('package.json', 'utf8'))
  await writeFile(join(folder, 'package.json'), manifest)
  await cp('templates', join(folder, 'templates'), { recursive: true })
  await build({
    entryPoints: await entryPoints(),
    outdir: join(folder, 'dist'),
    outbase: 'src',
    bundle: true,
    splitting: true,
    // As deep as the sources, which find package.json from their own place.
    chunkNames: 'chunks/[name]-[hash]',
    format: 'esm',
    platform: 'node',
    target: 'es2022',
    packages: 'external',
    conditions: [sourceCondition],
    logLevel: 'error',
  })
}

/**
 * The package, built once a run.
 *
 * @param build - writes it into a folder
 * @param name - of the folder
 */
export function useBuiltPackage(build = buildPackage, name = 'package') {
  let home = ''
  beforeAll(async () => {
    home = await onceARun(name, build)
  })
  return {
    /** Folder of the package. */
    home: () => home,
    /** Path of the `fukidashi` command. */
    command: () => join(home, 'dist/cli/index.js'),
    /** Makes a folder a project in which the package is installed. */
    installIn: async (folder: string): Promise<void> => {
      await mkdir(join(folder, 'node_modules'), { recursive: true })
      await symlink(home, join(folder, 'node_modules/fukidashi'))
      await writeFile(join(folder, 'package.json'), '{"name":"user","type":"module"}')
    },
  }
}
