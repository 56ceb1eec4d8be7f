/** fukidashi as it is installed. A program that imports it starts in a fraction of the time of the sources. */
import { execFile } from 'node:child_process'
import { cp, mkdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { beforeAll } from 'vitest'
import { packedManifest, sourceCondition } from '../../scripts/package/manifest.ts'
import { onceARun, onceTimeout } from './once-a-run.ts'

const run = promisify(execFile)

/** The sources of all entry points and commands that package.json names. */
async function entryPoints(): Promise<string[]> {
  const manifest = await readFile('package.json', 'utf8')
  const sources = [...manifest.matchAll(/"\.\/(src\/[^"]+\.ts)"/g)].map(([, path]) => path!)
  return [...new Set([...sources, 'src/cli/index.ts'])]
}

/** Writes what the package has besides its code. */
async function writeManifest(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  const manifest = packedManifest(await readFile('package.json', 'utf8'))
  await writeFile(join(folder, 'package.json'), manifest)
  await cp('templates', join(folder, 'templates'), { recursive: true })
}

/** Writes package.json and JavaScript of the package into a folder. */
async function buildPackage(folder: string): Promise<void> {
  await writeManifest(folder)
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

/** Writes the package as `npm run build` does, with declarations. `npm run check:types` checks the sources. */
async function buildWithTypes(folder: string): Promise<void> {
  await writeManifest(folder)
  const build = ['--import', 'tsx', 'scripts/build.ts', join(folder, 'dist'), '--no-check']
  await run(process.execPath, build)
}

/** The package, built once a run. */
export const useBuiltPackage = () => usePackage('package', buildPackage)

/** The package with declarations, built once a run. A compiler reads them in a fraction of the time of the sources. */
export const usePackageWithTypes = () => usePackage('package-with-types', buildWithTypes)

function usePackage(name: string, build: (folder: string) => Promise<void>) {
  let home = ''
  beforeAll(async () => {
    home = await onceARun(name, build)
  }, onceTimeout)
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
