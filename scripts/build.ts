/** Makes `dist`: readable modules with source maps, declarations, and the schema. What is made follows from `package.json`. */
import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, readFileSync, rmSync } from 'node:fs'
import { build } from 'esbuild'

type Conditions = string | { [condition: string]: Conditions }

const {
  exports,
  imports = {},
  bin = {},
  peerDependencies = {},
} = JSON.parse(readFileSync('package.json', 'utf8')) as {
  exports: Record<string, Conditions>
  imports?: Record<string, Conditions>
  bin?: Record<string, string>
  peerDependencies?: Record<string, string>
}

/** Every source that `exports` or `imports` names. */
const sources = (conditions: Conditions): string[] =>
  typeof conditions === 'string'
    ? []
    : Object.entries(conditions).flatMap(([condition, target]) =>
        condition === 'fukidashi-source' ? [target as string] : sources(target),
      )
/** The source of what npm links as a command. */
const commands = Object.values(bin).map((path) =>
  path.replace('./dist/', './src/').replace(/\.js$/, '.ts'),
)
const entryPoints = [...new Set([...sources(exports), ...sources(imports), ...commands])]

const missing = entryPoints.filter((path) => !existsSync(path))
if (missing.length > 0)
  throw new Error(`package.json names what is not there: ${missing.join(', ')}`)

rmSync('dist', { recursive: true, force: true })
await build({
  entryPoints,
  outdir: 'dist',
  outbase: 'src',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'neutral',
  target: 'es2022',
  // Which transport is loaded is decided where the library runs.
  external: [...Object.keys(imports), ...Object.keys(peerDependencies), 'node:*'],
  sourcemap: true,
  chunkNames: 'chunks/[name]-[hash]',
  legalComments: 'none',
  logLevel: 'warning',
})
execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], {
  stdio: 'inherit',
})
copyFileSync('src/validation/generated/schema.json', 'dist/schema.json')
