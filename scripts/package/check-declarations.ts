/**
 * Users with `declaration: true`: every type that TypeScript infers from fukidashi has an exported name that TypeScript finds. Compiles
 * what can be inferred from each entry point of the packed package, with every supported TypeScript. Needs a built `dist` and the
 * packages of `test/peers`.
 */
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { join, resolve } from 'node:path'
import { entryPoints, modulesOfExports } from '../../test/compilers/every-export.ts'
import { compileAll } from '../../test/compilers/shared-files.ts'
import { everyVersion, type Version } from '../../test/compilers/tsc.ts'
import { install } from './install.ts'

const plain = `import { definePostback, type FC, Flex, type FlexChildren, Text, validate } from 'fukidashi'
import { buttons, flex, uri } from 'fukidashi/builders'
import { LineClient } from 'fukidashi/client'
import { createEmulator } from 'fukidashi/testing'
import { createBot } from 'fukidashi/webhook'

const line = new LineClient({ channelAccessToken: 'token' })
export const profile = (id: string) => line.users.profile(id)
export const send = (to: string) => line.messages.push(to, 'hi')
export const followers = () => line.users.followers()
export const users = line.users
export const theme = { title: Flex.Text, body: Flex.Body }
export const Card = ({ children }: { children?: FlexChildren }) => <Flex.Body>{children}</Flex.Body>
export const Hello: FC<{ name: string }> = ({ name }) => <Text>{name}</Text>
export const menu = buttons('a').actions(uri('b', 'https://example.com'))
export const parts = { row: flex.horizontal, box: flex.box(), text: flex.text }
export const buy = definePostback<{ id: number }>('buy')
export const problems = (json: unknown) => validate(json)
export const bot = createBot({ channelSecret: 'a', channelAccessToken: 'b' })
export const emulator = createEmulator({ bot })
export const aki = emulator.user('Aki')
export const said = aki.says('hi')
export const handle = bot.on('message:text', (ctx) => ctx.reply(ctx.text))
`

const resolutions = { nodenext: 'nodenext', bundler: 'preserve' } as const
/** Where fukidashi is installed: a copy in node_modules, or a link to a folder elsewhere, as in a workspace. */
type Layout = 'packed' | 'linked'
type Resolution = keyof typeof resolutions

/** Programs of all entry points together. Each alone is compiled as packed, with nodenext. */
const together: readonly [Layout, Resolution, readonly Version[]][] = [
  ['packed', 'bundler', everyVersion],
  ['linked', 'bundler', everyVersion],
  ['linked', 'nodenext', ['7']],
]

/** Runs a check, and prints whether it found something. */
function report(name: string, problems: string): void {
  console.log(problems === '' ? `ok     ${name}` : `FAILED ${name}\n${problems}`)
  if (problems !== '') process.exitCode = 1
}

/** Writes two users of the package, with programs that infer everything it exports, and returns its entry points. */
function writePrograms(root: string): string[] {
  const [packed, linked, built] = ['packed', 'linked', 'built'].map((name) => join(root, name)) as [
    string,
    string,
    string,
  ]
  const own = join(packed, 'node_modules/fukidashi')
  cpSync(join(root, 'node_modules/fukidashi'), own, { recursive: true })
  cpSync(own, built, { recursive: true })
  // A workspace has package.json of the repository.
  cpSync('package.json', join(built, 'package.json'))
  mkdirSync(join(linked, 'node_modules'), { recursive: true })
  symlinkSync(built, join(linked, 'node_modules/fukidashi'))
  // Types of Node, and of packages that users of some entry points have.
  rmSync(join(root, 'node_modules'), { recursive: true })
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'))

  const modules = modulesOfExports(own)
  for (const name of ['E.Flex.Box', 'E.render', 'E.definePostback', 'E.LineValidationError'])
    if (!modules.get('fukidashi')!.includes(`= ${name}\n`)) report(name, 'It is not tried.')
  for (const home of [packed, linked]) {
    mkdirSync(join(home, 'src'))
    writeFileSync(join(home, 'package.json'), JSON.stringify({ name: 'user', type: 'module' }))
    writeFileSync(join(home, 'src/plain.tsx'), plain)
    for (const [specifier, text] of modules)
      writeFileSync(join(home, 'src', `${nameOf(specifier)}.ts`), text)
  }
  return entryPoints(own).map(({ specifier }) => specifier)
}

const nameOf = (specifier: string) => specifier.replaceAll('/', '-')

/** Writes the tsconfig.json of some files, and returns its path. */
function writeProject(home: string, out: string, resolution: Resolution, include: string): string {
  const project = join(home, `${out.replaceAll('/', '.')}.json`)
  const compilerOptions = {
    target: 'ES2022',
    lib: ['ES2023'],
    module: resolutions[resolution],
    moduleResolution: resolution,
    strict: true,
    skipLibCheck: true,
    types: ['node'],
    jsx: 'react-jsx',
    jsxImportSource: 'fukidashi',
    declaration: true,
    emitDeclarationOnly: true,
    rootDir: './src',
    outDir: `./out/${out}`,
  }
  writeFileSync(project, JSON.stringify({ compilerOptions, include: [`./src/${include}`] }))
  return project
}

/** Modules that declarations name and that are neither an entry point nor a module of Node, each on a line. */
function otherNames(folder: string, file: string, specifiers: readonly string[]): string {
  const text = readFileSync(join(folder, `${file}.d.ts`), 'utf8')
  const names = [...text.matchAll(/(?:import\(|from )["']([^"']+)["']/g)].map(([, from]) => from!)
  // Users who trace have the API of OpenTelemetry.
  const known = [...specifiers, '@opentelemetry/api']
  return names
    .filter((name) => !known.includes(name) && !isBuiltin(name))
    .map((name) => `${file} names ${name}, which is not exported\n`)
    .join('')
}

await install(async (root) => {
  const specifiers = writePrograms(root)
  const files = ['plain', ...specifiers.map(nameOf)]
  for (const version of everyVersion) {
    const packed = join(root, 'packed')
    const alone = files.map((file) =>
      writeProject(packed, `${version}/${file}`, 'nodenext', `${file}.*`),
    )
    const errors = await compileAll(version, alone)
    const others = files.map((file) =>
      errors === '' ? otherNames(join(packed, 'out', version, file), file, specifiers) : '',
    )
    report(
      `TypeScript ${version}: each of ${files.length} programs, nodenext`,
      errors + others.join(''),
    )
    for (const [layout, resolution, versions] of together) {
      if (!versions.includes(version)) continue
      const home = join(root, layout)
      const out = `${version}/all-${resolution}`
      const all = writeProject(home, out, resolution, '*')
      const found = await compileAll(version, [all])
      const names = files.map((file) =>
        found === '' ? otherNames(join(home, 'out', out), file, specifiers) : '',
      )
      report(
        `TypeScript ${version}: all in one program, ${layout}, ${resolution}`,
        found + names.join(''),
      )
    }
  }
})
