/** The config of Vitest for a project whose tsconfig.json leaves JSX to another compiler, such as that of Next.js. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { dependenciesOf, type Manifest } from './merge-manifest.js'

const names = ['vitest.config', 'vite.config'].flatMap((name) =>
  ['ts', 'mts', 'cts', 'js', 'mjs', 'cjs'].map((ending) => `${name}.${ending}`),
)

/** `3` of `^3.2.0`; undefined of `latest`. */
const majorOf = (range: string | undefined): number | undefined => {
  const [digits] = /\d+/.exec(range ?? '') ?? []
  return digits === undefined ? undefined : Number(digits)
}

/** The option that compiles JSX. Vite 8 has another compiler, and Vitest 3 brings an older Vite. */
function optionOf({ dependencies, devDependencies }: Manifest): string {
  const ranges = { ...dependencies, ...devDependencies }
  const isOlder = (majorOf(ranges['vitest']) ?? 4) < 4 || (majorOf(ranges['vite']) ?? 8) < 8
  return isOlder ? `esbuild: { jsx: 'automatic' }` : `oxc: { jsx: { runtime: 'automatic' } }`
}

/**
 * Adds `vitest.config.ts`, if the folder has no config.
 *
 * @param manifest - package.json of the project, as it will be
 * @returns what to do about a config that exists, a line each
 */
export function addVitestConfig(
  files: Map<string, string>,
  folder: string,
  manifest: Manifest,
): { file: string; lines: string[] } {
  const option = optionOf(manifest)
  const file = names.find((name) => existsSync(join(folder, name)))
  if (file === undefined) {
    const text = `import { defineConfig } from 'vitest/config'

// tsconfig.json leaves JSX to another compiler. In tests, Vitest compiles it.
export default defineConfig({ ${option} })
`
    files.set('vitest.config.ts', text)
    return { file: 'vitest.config.ts', lines: [] }
  }
  const compilesJsx =
    dependenciesOf(manifest).some((name) => name.includes('plugin-react')) ||
    readFileSync(join(folder, file), 'utf8').includes('jsx')
  return { file, lines: compilesJsx ? [] : [`please add ${option}, so that the tests compile JSX`] }
}
