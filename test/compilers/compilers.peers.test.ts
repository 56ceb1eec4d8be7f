import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { jsxCompilers } from './jsx.js'
import { copyOf, printed } from './packed.js'
import { usePackageWithTypes } from '../support/built-package.ts'
import { type Compile, compilerOf } from './shared-files.js'
import { everyVersion, tsconfig, type Version } from './tsc.js'

const fixtures = resolve('test/fixtures/compile')
const { home, installIn } = usePackageWithTypes()
let folder: string

// One program folder for all: fukidashi in its node_modules, and the fixtures beside.
beforeAll(async () => {
  folder = await mkdtemp(resolve(import.meta.dirname, '.tmp-'))
  await cp(fixtures, folder, { recursive: true })
  await installIn(folder)
})

afterAll(() => rm(folder, { recursive: true, force: true }))

const noSource = { customConditions: [], noEmitOnError: true }

const compilers = new Map<Version, Compile>()

async function compile(version: Version, name: string, options: object) {
  const compiler = compilers.get(version) ?? compilerOf(version)
  compilers.set(version, compiler)
  const project = join(folder, name, `tsconfig.${version}.json`)
  const outDir = join(folder, `out/${name}-${version}`)
  await writeFile(
    project,
    tsconfig({ ...noSource, ...options, outDir, rootDir: '.' }, [
      '**/*.ts',
      '**/*.tsx',
      '../globals.d.ts',
    ]),
  )
  expect(await compiler(project)).toBe('')
  return outDir
}

describe('one sample gives the same messages with every compiler', async () => {
  const source = await readFile(join(fixtures, 'sample/sample.tsx'), 'utf8')
  const expected: unknown = JSON.parse(
    await readFile(join(fixtures, 'sample/expected.json'), 'utf8'),
  )

  describe.each(Object.entries(jsxCompilers))('%s', (name, transform) => {
    it.each([
      ['in production', false, /jsxs?\b.*from ["']fukidashi\/jsx-runtime["']/],
      ['in development', true, /jsxDEV\b.*from ["']fukidashi\/jsx-dev-runtime["']/],
    ])('%s', async (mode, development, runtime) => {
      const code = await transform(source, { development })
      expect(code).toMatch(runtime)
      const file = join(folder, `sample/${name}-${mode.replaceAll(' ', '-')}.mjs`)
      await writeFile(file, code)
      expect(await printed(file)).toEqual(expected)
    })
  })

  describe.each(everyVersion)('TypeScript %s', (version) => {
    it.each(['react-jsx', 'react-jsxdev'])('%s', async (jsx) => {
      const out = await compile(version, 'sample', { jsx })
      expect(await printed(join(out, 'sample.js'))).toEqual(expected)
    })
  })

  it('tsx', async () => {
    const project = join(folder, 'sample/tsconfig.json')
    await writeFile(project, tsconfig(noSource))
    const tsx = resolve('node_modules/tsx/dist/cli.mjs')
    const sample = join(folder, 'sample/sample.tsx')
    expect(await printed(tsx, '--tsconfig', project, sample)).toEqual(expected)
  })

  it.each(Object.entries(jsxCompilers))(
    '%s takes createElement for a spread before key',
    async (_, transform) => {
      const code = await transform(source, { development: false })
      expect(code).toMatch(/createElement\b.*from ["']fukidashi["']/)
    },
  )
})

describe.each(everyVersion)('with TypeScript %s', (version) => {
  it('works next to React in one program', async () => {
    const out = await compile(version, 'beside-react', {})
    expect(await printed(join(out, 'main.js'))).toEqual({
      messages: [{ type: 'text', text: 'Hello Aki' }],
      page: 'p',
    })
  })

  it("writes declarations of a library's exports, and works with a second copy", async () => {
    const copy = (lib: string) => copyOf(home(), join(lib, 'node_modules/fukidashi'))
    await copy(join(folder, 'consumer/lib'))
    const out = await compile(version, 'consumer', { declaration: true })
    await copy(join(out, 'lib'))
    const declarations = await readFile(join(out, 'lib/index.d.ts'), 'utf8')
    expect(declarations).toContain('card: import("fukidashi/builders").ButtonsBuilder')
    expect(declarations).not.toMatch(/\bany\b/)
    const { two, messages } = (await printed(join(out, 'main.js'))) as Record<string, object[]>
    expect(two).toBe(true)
    expect(messages).toHaveLength(9)
    expect(messages![4]).toHaveProperty('template.actions.length', 3)
    expect(messages![5]).toHaveProperty('template.actions.length', 3)
    expect(messages![8]).toHaveProperty('template.title', 'Own')
  })
})
