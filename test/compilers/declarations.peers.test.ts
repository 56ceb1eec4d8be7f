/** Users with `declaration: true`: every type that TypeScript infers from fukidashi has an exported name that TypeScript finds. */
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { isBuiltin } from 'node:module'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packedManifest } from '../../scripts/package/manifest.ts'
import { entryPoints, modulesOfExports } from './every-export.js'
import { usePackageWithTypes } from './packed.js'
import { type Compile, compilerOf } from './shared-files.js'
import { everyVersion } from './tsc.js'

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

/** Where fukidashi is installed: a copy in node_modules, or a link to a folder elsewhere, as in a workspace. */
const layouts = ['packed', 'linked'] as const
const resolutions = { nodenext: 'nodenext', bundler: 'esnext' } as const

/** Beside programs that are packed and use nodenext. TypeScript 7 is quick and tries all pairs. */
const pairs = [
  ['linked', 'bundler', everyVersion],
  ['packed', 'bundler', ['7']],
  ['linked', 'nodenext', ['7']],
] as const

const specifiers = entryPoints('.').map(({ specifier }) => specifier)
const installed = usePackageWithTypes()
let root: string

beforeAll(async () => {
  // Below this folder, so that types of Node are found.
  root = await mkdtemp(resolve(import.meta.dirname, '.tmp-'))
  const built = join(root, 'built')
  await cp(join(installed.home(), 'dist'), join(built, 'dist'), { recursive: true })
  const manifest = await readFile('package.json', 'utf8')
  await writeFile(join(built, 'package.json'), manifest)
  const modules = modulesOfExports(built)
  for (const layout of layouts) {
    const home = join(root, layout)
    await mkdir(join(home, 'node_modules'), { recursive: true })
    await mkdir(join(home, 'src'))
    const own = join(home, 'node_modules/fukidashi')
    if (layout === 'linked') await symlink(built, own)
    else {
      await cp(built, own, { recursive: true })
      await writeFile(join(own, 'package.json'), packedManifest(manifest))
    }
    await writeFile(join(home, 'package.json'), JSON.stringify({ name: 'user', type: 'module' }))
    await writeFile(join(home, 'src/plain.tsx'), plain)
    for (const [specifier, text] of modules)
      await writeFile(join(home, 'src', `${nameOf(specifier)}.ts`), text)
  }
})
afterAll(() => rm(root, { recursive: true, force: true }))

const nameOf = (specifier: string) => specifier.replaceAll('/', '-')

/** Writes the declarations of some files of a user, and returns the errors. */
async function declare(
  compile: Compile,
  version: (typeof everyVersion)[number],
  layout: (typeof layouts)[number],
  resolution: keyof typeof resolutions,
  include: string,
): Promise<string> {
  const home = join(root, layout)
  const project = join(home, `tsconfig.${version}.${resolution}.${include.replace(/\W/g, '')}.json`)
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
    rootDir: join(home, 'src'),
    outDir: join(home, 'out', version, resolution),
  }
  await writeFile(
    project,
    JSON.stringify({ compilerOptions, include: [join(home, 'src', include)] }),
  )
  return compile(project)
}

/** The modules that a file of declarations names and that are neither an entry point nor a module of Node. */
async function otherNames(layout: string, version: string, resolution: string, file: string) {
  const path = join(root, layout, 'out', version, resolution, `${file}.d.ts`)
  const text = await readFile(path, 'utf8')
  const names = [...text.matchAll(/(?:import\(|from )["']([^"']+)["']/g)].map(([, from]) => from!)
  // The user has the types of Node, and who traces has the API of OpenTelemetry.
  const known = [...specifiers, '@opentelemetry/api']
  return names.filter((name) => !known.includes(name) && !isBuiltin(name))
}

// Compilers read thousands of lines, several times.
const timeout = 600_000

describe.each(everyVersion)('with TypeScript %s', { timeout }, (version) => {
  let compile: Compile
  beforeAll(() => {
    compile = compilerOf(version)
  })

  const only = ['plain', ...specifiers.map(nameOf)]
  it.each(only)('the types that are inferred in a program of %s have names', async (file) => {
    expect(await declare(compile, version, 'packed', 'nodenext', `${file}.*`)).toBe('')
    expect(await otherNames('packed', version, 'nodenext', file)).toEqual([])
  })

  it.each(pairs.filter(([, , of]) => (of as readonly string[]).includes(version)))(
    'all types that can be inferred have names: %s, %s',
    async (layout, resolution) => {
      expect(await declare(compile, version, layout, resolution, '*')).toBe('')
      for (const file of only)
        expect(await otherNames(layout, version, resolution, file)).toEqual([])
    },
  )
})

it('tries what is exported', async () => {
  expect(specifiers).toEqual(
    expect.arrayContaining(['fukidashi', 'fukidashi/spec', 'fukidashi/flex']),
  )
  const text = await readFile(join(root, 'packed/src/fukidashi.ts'), 'utf8')
  for (const name of ['E.Flex.Box', 'E.render', 'E.definePostback', 'E.LineValidationError'])
    expect(text).toContain(`= ${name}\n`)
})
