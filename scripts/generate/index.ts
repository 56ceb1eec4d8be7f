/**
 * Writes what is derived from `src/spec`, the table of components and the emulator's deeds: the published schema, the validators,
 * what reports know, the builders, the conversion of JSON to elements, people and groups of the emulator, its page and that of the catalog, and the program
 * that draws pictures from outside. Does nothing when nothing that it reads has changed; `--force` writes all the same.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Definitions } from './schema.ts'

const folders = [
  'scripts/generate',
  'src/spec',
  'src/components',
  'src/jsx-runtime',
  'src/emulator/deeds',
  'src/emulator/people',
  'src/emulator/ui',
  'src/page',
  'src/catalog-page',
  'src/preview',
]
const files = [
  'package-lock.json',
  'tsconfig.json',
  'src/validation/definition-names.ts',
  'src/validation/url-kinds.ts',
]
const spec = 'src/spec/generated'
const validators = 'src/validation/generated'
const schemas = `${validators}/schema`
const requests = 'src/validation/requests/generated'
const components = 'src/components/generated'
const builders = 'src/builders/generated'
const convert = 'src/convert/generated'
const page = 'src/emulator/ui/generated'
const catalogPage = 'src/catalog/preview/generated'
const deeds = 'src/emulator/generated'
const pageDeedsFolder = 'src/page/generated'
const png = 'src/preview/png/generated'
const stamp = `${validators}/stamp`

const hash = createHash('sha256')
const found = folders.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(tsx?|css)$/.test(name) && !name.includes('generated'))
    .map((name) => join(folder, name)),
)
for (const path of [...files, ...found.sort()]) hash.update(path).update(readFileSync(path))
const state = hash.digest('hex')
const made = [
  spec,
  validators,
  schemas,
  requests,
  components,
  builders,
  convert,
  deeds,
  pageDeedsFolder,
  page,
  catalogPage,
  png,
]
const isFresh =
  existsSync(stamp) &&
  readFileSync(stamp, 'utf8') === state &&
  made.every((folder) => existsSync(folder))

if (!isFresh || process.argv.includes('--force')) {
  // It takes some seconds, once; without a line it would seem to hang.
  console.error('Making validators, builders and the page from the sources …')
  // Compilers are slow to load, and most often there is nothing to do.
  const { builderModules, methodsModule } = await import('./builders.ts')
  const { readComponentSources } = await import('./components.ts')
  const { shapesModule } = await import('./convert.ts')
  const { classes, classModule, optionsModule, pageDeeds } = await import('./deeds.ts')
  const { numbersOf, withLimits } = await import('./limit-tags.ts')
  const { metaModule, numbersModule } = await import('./meta.ts')
  const { outsideModule } = await import('./outside.ts')
  const { catalogPageModule, pageModule } = await import('./page.ts')
  const { examplesOf } = await import('./published/examples.ts')
  const { publishedSchemas } = await import('./published/files.ts')
  const { partOf, readSpecs } = await import('./schema.ts')
  const { rowsModule, tableProblems } = await import('./table.ts')
  const { validated, validatorModule } = await import('./validators/index.ts')
  const { spec: definitions, api } = readSpecs('tsconfig.json')
  const numbers = numbersOf({ ...api, ...definitions })
  const limited = (text: string) => withLimits(text, numbers)
  const problems = tableProblems(definitions)
  if (problems.length > 0) throw new Error(problems.join('\n'))
  for (const folder of made) mkdirSync(folder, { recursive: true })
  const { format, resolveConfig } = await import('prettier')
  const style = await resolveConfig('scripts/generate/index.ts')
  // Where an editor goes from a builder of the library, people read.
  const written = new Set<string>([stamp])
  const writeAsIs = (path: string, text: string) => {
    written.add(path)
    writeFileSync(path, text)
  }
  const write = async (path: string, code: string) =>
    writeAsIs(path, await format(code, { ...style, parser: 'typescript' }))
  // Components read their rows, and builders read the components.
  await write(`${components}/rows.ts`, rowsModule(definitions))
  const writeValidators = async (folder: string, own: Definitions, room: string) => {
    const names = validated(own).map(([name]) => `export const ${name}: EntryValidator`)
    const declarations = [`import type { EntryValidator } from '${room}/context.js'`, ...names, '']
    writeAsIs(`${folder}/validators.js`, await validatorModule(own, `${room}/rules/index.js`))
    writeAsIs(`${folder}/validators.d.ts`, declarations.join('\n'))
    writeAsIs(`${folder}/meta.ts`, metaModule(own, `${room}/definitions.js`))
  }
  await writeValidators(validators, partOf(definitions, 'messages'), '..')
  await writeValidators(requests, partOf(definitions, 'requests'), '../..')
  writeAsIs(`${spec}/numbers.ts`, numbersModule({ ...api, ...definitions }))
  const sources = readComponentSources('tsconfig.json', definitions)
  const { builders: factories, flex } = builderModules(sources)
  await write(`${builders}/methods.ts`, limited(methodsModule(sources)))
  await write(`${builders}/builders.ts`, limited(factories))
  await write(`${builders}/flex.ts`, limited(flex))
  const examples = examplesOf(definitions, await import('../../src/builders/index.ts'))
  const schemasByName = publishedSchemas(definitions, api, examples)
  for (const [name, schema] of Object.entries(schemasByName))
    writeAsIs(`${schemas}/${name}.json`, limited(`${JSON.stringify(schema, null, 2)}\n`))
  await write(`${convert}/shapes.ts`, shapesModule(definitions, sources))
  writeAsIs(`${deeds}/options.ts`, optionsModule())
  for (const source of classes) writeAsIs(`${deeds}/${source.file}.ts`, classModule(source))
  writeAsIs(`${pageDeedsFolder}/deeds.ts`, pageDeeds())
  writeAsIs(`${page}/page.ts`, await pageModule())
  writeAsIs(`${catalogPage}/page.ts`, await catalogPageModule())
  writeAsIs(`${png}/outside-program.ts`, await outsideModule())
  // What an earlier version wrote would be there on this machine only.
  for (const folder of made)
    for (const entry of readdirSync(folder, { withFileTypes: true }))
      if (entry.isFile() && !written.has(`${folder}/${entry.name}`))
        rmSync(join(folder, entry.name))
  writeFileSync(stamp, state)
}
