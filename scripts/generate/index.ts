/**
 * Writes what is derived from `src/spec` and the props of components: the published schema, the validators, what reports and
 * builders know, and the page of the emulator. Does nothing when nothing that it reads has changed; `--force` writes all the same.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const folders = [
  'scripts/generate',
  'src/spec',
  'src/components',
  'src/jsx-runtime',
  'src/emulator/ui',
  'src/preview',
]
const files = ['package-lock.json', 'tsconfig.json', 'src/validation/url-kinds.ts']
const spec = 'src/spec/generated'
const validators = 'src/validation/generated'
const builders = 'src/builders/generated'
const page = 'src/emulator/ui/generated'
const stamp = `${validators}/stamp`

const hash = createHash('sha256')
const found = folders.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|css)$/.test(name) && !name.includes('generated'))
    .map((name) => join(folder, name)),
)
for (const path of [...files, ...found.sort()]) hash.update(path).update(readFileSync(path))
const state = hash.digest('hex')
const isFresh =
  existsSync(stamp) &&
  readFileSync(stamp, 'utf8') === state &&
  existsSync(spec) &&
  existsSync(builders) &&
  existsSync(page)

if (!isFresh || process.argv.includes('--force')) {
  // It takes some seconds, once: nobody should think that nothing happens.
  console.error('Making validators, builders and the page from the sources …')
  // Compilers are slow to load, and most often there is nothing to do.
  const { builderModule } = await import('./builders.ts')
  const { metaModule, numbersModule } = await import('./meta.ts')
  const { pageModule } = await import('./page.ts')
  const { publishedSchema } = await import('./published-schema.ts')
  const { readSpec } = await import('./schema.ts')
  const { validated, validatorModule } = await import('./validators/index.ts')
  const definitions = readSpec('tsconfig.json')
  mkdirSync(spec, { recursive: true })
  mkdirSync(validators, { recursive: true })
  mkdirSync(builders, { recursive: true })
  mkdirSync(page, { recursive: true })
  const schema = JSON.stringify(publishedSchema(definitions), null, 2)
  const names = validated(definitions).map(([name]) => `export const ${name}: EntryValidator`)
  const declarations = ["import type { EntryValidator } from '../context.js'", ...names, '']
  writeFileSync(`${validators}/validators.js`, await validatorModule(definitions))
  writeFileSync(`${validators}/validators.d.ts`, declarations.join('\n'))
  writeFileSync(`${spec}/numbers.ts`, numbersModule(definitions))
  writeFileSync(`${validators}/meta.ts`, metaModule(definitions))
  writeFileSync(`${validators}/schema.json`, `${schema}\n`)
  writeFileSync(`${builders}/methods.ts`, builderModule('tsconfig.json'))
  writeFileSync(`${page}/page.ts`, await pageModule())
  writeFileSync(stamp, state)
}
