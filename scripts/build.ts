/**
 * Builds readable modules with source maps, declarations, and the schema. Which modules is read from `package.json`.
 *
 * tsx scripts/build.ts                       into dist
 * tsx scripts/build.ts <folder>              into another folder
 * tsx scripts/build.ts <folder> --no-check   without looking for type errors, in half the time
 */
import { execFileSync } from 'node:child_process'
import {
  copyFileSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { builtinModules } from 'node:module'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { build as bundle } from 'esbuild'
import { build, type Plugin } from 'rolldown'
import { withLimits } from './generate/limit-tags.ts'
import * as numbers from '../src/spec/generated/numbers.ts'
import { licences } from './package/licences.ts'
import { sourceCondition } from './package/manifest.ts'

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
        condition === sourceCondition ? [target as string] : sources(target),
      )
/** The sources of the commands in `bin`. */
const commands = Object.values(bin).map((path) =>
  path.replace('./dist/', './src/').replace(/\.js$/, '.ts'),
)
const entryPoints = [...new Set([...sources(exports), ...sources(imports), ...commands])]

const missing = entryPoints.filter((path) => !existsSync(path))
if (missing.length > 0)
  throw new Error(`package.json names files that do not exist: ${missing.join(', ')}`)

/** Packages that only commands use, with what is taken from each. */
const bundledPackages: Readonly<Record<string, string>> = {
  '@clack/prompts': "export * from '@clack/prompts'",
  commander: "export * from 'commander'",
  'launch-editor': "export { default } from 'launch-editor'",
}

/**
 * Bundles packages of commands as ES modules. Most are CommonJS and require modules of Node, which a bundle for every runtime has no
 * `require` for.
 */
const commonJs: Plugin = {
  name: 'commonjs-packages',
  resolveId: (source) => (Object.hasOwn(bundledPackages, source) ? `\0${source}` : null),
  async load(id) {
    const name = id.startsWith('\0') ? id.slice(1) : ''
    const contents = bundledPackages[name]
    if (contents === undefined) return null
    const { outputFiles } = await bundle({
      stdin: { contents, resolveDir: '.' },
      bundle: true,
      write: false,
      format: 'esm',
      platform: 'node',
      target: 'es2022',
      banner: {
        js: `${licences([name])}\nimport { createRequire } from 'node:module'\nconst require = createRequire(import.meta.url)`,
      },
    })
    return outputFiles[0]!.text
  },
}

/** Puts the licence of pixelmatch, which is bundled, above its code. */
const pixelmatch: Plugin = {
  name: 'pixelmatch',
  transform(code, id) {
    if (!id.endsWith(join('node_modules', 'pixelmatch', 'index.js'))) return null
    return { code: `${licences(['pixelmatch'])}\n${code}`, map: null }
  },
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'no-check': { type: 'boolean' } },
})
const [folder = 'dist'] = positionals
rmSync(folder, { recursive: true, force: true })
await build({
  input: Object.fromEntries(
    entryPoints.map((path) => [path.replace(/^\.\/src\/(.+)\.tsx?$/, '$1'), path]),
  ),
  platform: 'neutral',
  plugins: [commonJs, pixelmatch],
  resolve: {
    conditionNames: [sourceCondition, 'import', 'default'],
    // Of packages that are bundled and have no `exports`.
    mainFields: ['module', 'main'],
  },
  transform: { target: 'es2022' },
  // The runtime decides which transport is loaded.
  external: [
    /^node:/,
    // As packages write them that are bundled into commands.
    ...builtinModules,
    ...Object.keys(imports),
    ...Object.keys(peerDependencies).map((name) => new RegExp(`^${name}(?:/|$)`)),
  ],
  output: {
    dir: folder,
    format: 'esm',
    sourcemap: true,
    minify: false,
    minifyInternalExports: false,
    chunkFileNames: 'chunks/[name]-[hash].js',
    // Rooms that are loaded together are one file, because opening a file takes Node most of a millisecond.
    codeSplitting: {
      groups: [
        {
          name: 'core',
          test: /[\\/]src[\\/](?:common|spec(?![\\/]index\.)|validation(?![\\/]requests[\\/])|jsx-runtime|components|render|postback)[\\/]|rolldown.runtime/,
        },
        {
          name: 'client',
          test: /[\\/]src[\\/](?:endpoints|client|validation[\\/]requests)[\\/](?!transport[\\/])/,
        },
      ],
    },
  },
})
const tsc = ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json', '--outDir', folder]
if (values['no-check']) tsc.push('--noCheck')
execFileSync(process.execPath, tsc, { stdio: 'inherit' })
// Hovers of the package have limits in the place of their tags, as the generated builders have them already.
for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
  if (/\.(?:d\.ts|js)$/.test(name)) {
    const code = readFileSync(join(folder, name), 'utf8')
    if (code.includes('{@limit ')) writeFileSync(join(folder, name), withLimits(code, numbers))
  }
const schemas = 'src/validation/generated/schema'
cpSync(schemas, join(folder, 'schema'), { recursive: true })
// The name of the first version.
copyFileSync(join(schemas, 'messages.json'), join(folder, 'schema.json'))
