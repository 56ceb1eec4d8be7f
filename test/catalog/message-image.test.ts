/** `toMatchMessageImage` with Vitest and `assertMessageImage` with `node:test`, as programs of their own. */
import { execFile } from 'node:child_process'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { shop, useInstalledProjects } from './support.js'

const { NODE_OPTIONS: _, CI: _ci, VITEST: _vitest, ...env } = process.env

const project = useInstalledProjects()

interface Run {
  code: number
  output: string
}

function run(args: string[], cwd: string, extra: Record<string, string> = {}): Promise<Run> {
  return new Promise((done) =>
    execFile(process.execPath, args, { env: { ...env, ...extra }, cwd }, (error, out, err) =>
      done({ code: error ? Number(error.code) : 0, output: out + err }),
    ),
  )
}

/** Pictures of a project, without those of failures. */
const picturesIn = async (root: string, folder = '') => {
  const names = await readdir(join(root, '__image_snapshots__', folder), { recursive: true }).catch(
    () => [],
  )
  return names.filter((name) => name.endsWith('.png')).sort()
}

const change = async (root: string, from: string, to: string) => {
  const path = join(root, 'card.tsx')
  await writeFile(path, (await readFile(path, 'utf8')).replace(from, to))
}

const body = `
import { createEmulator } from 'fukidashi/testing'
import { createBot } from 'fukidashi/webhook'
import { Card } from './card.js'
import { Normal } from './card.messages.js'
const context = { t: (key: string) => key }
const person = async () => {
  const bot = createBot({ channelSecret: 's' })
  bot.on('message:text', (ctx) => ctx.reply('yes'))
  const aki = createEmulator({ bot }).user('Aki')
  await aki.says('hi')
  return aki
}
`

describe('Vitest', () => {
  const files = {
    ...shop,
    'vitest.config.ts': `export default {
  oxc: { jsx: { runtime: 'automatic', importSource: 'fukidashi' } },
  test: { testTimeout: 120_000 },
}`,
    'card.test.tsx': `import { expect, it } from 'vitest'
import 'fukidashi/catalog/vitest'
${body}
it('shows the card', async () => {
  await expect(<Card name="Sencha" />).toMatchMessageImage({ context, device: 'android', theme: 'dark' })
  await expect('second').toMatchMessageImage()
  await expect('named').toMatchMessageImage({ hint: 'named' })
})
it('shows-the card', async () => { await expect('another test').toMatchMessageImage() })
let tries = 0
it('is tried again', { retry: 1 }, async () => {
  await expect('retried').toMatchMessageImage()
  expect(++tries).toBe(2)
})
it('shows stories, people and rich menus', async () => {
  await expect(Normal).toMatchMessageImage({ locale: 'en' })
  await expect(await person()).toMatchMessageImage()
  await expect({ size: { width: 2500, height: 843 }, selected: true, name: 'a', chatBarText: 'Menu', areas: [] }).toMatchMessageImage()
})
`,
  }
  const vitest = resolve('node_modules/vitest/vitest.mjs')
  const test = (root: string, flags: string[] = [], extra?: Record<string, string>) =>
    run([vitest, 'run', '--root', root, ...flags], root, extra)

  it('writes pictures, passes while they are the same, and fails with a difference until -u', async () => {
    const root = await project(files)
    const first = await test(root)
    expect(first.output).toMatch(/Tests.*4 passed/)
    const names = await picturesIn(root)
    expect(names).toHaveLength(8)
    expect(names.map((name) => name.replace(/-\w{6}\.png$/, '').replace('\\', '/'))).toEqual([
      'card.test.tsx/is-tried-again-1',
      'card.test.tsx/shows-stories-people-and-rich-menus-1',
      'card.test.tsx/shows-stories-people-and-rich-menus-2',
      'card.test.tsx/shows-stories-people-and-rich-menus-3',
      'card.test.tsx/shows-the-card-1',
      'card.test.tsx/shows-the-card-1',
      'card.test.tsx/shows-the-card-2',
      'card.test.tsx/shows-the-card-named',
    ])
    expect((await test(root, [], { CI: 'true' })).code).toBe(0)
    expect(await picturesIn(root)).toEqual(names)

    await change(root, "label = 'Buy'", "label = 'Get'")
    const failed = await test(root)
    expect(failed.code).toBe(1)
    expect(failed.output).toMatch(/The picture differs in \d+ pixels, 0\.\d+ %; permitted: 0 %/)
    const failures = await picturesIn(root, '__failures__')
    expect(failures).toHaveLength(4)
    expect(failed.output).toContain(failures[0]!)
    expect((await test(root, ['-u'])).code).toBe(0)
    expect((await test(root)).code).toBe(0)
    expect(await picturesIn(root)).toEqual(names)
  })

  it('fails in CI where a picture is missing, and does not write it', async () => {
    const root = await project(files)
    const { code, output } = await test(root, [], { CI: 'true' })
    expect(code).toBe(1)
    expect(output).toContain('none is written in CI')
    expect((await readdir(join(root, '__image_snapshots__'))).sort()).toEqual(['__failures__'])
  })

  it('permits small differences if asked, and refuses wrong options and .not', async () => {
    const root = await project({
      ...files,
      'card.test.tsx': `import { expect, it } from 'vitest'
import 'fukidashi/catalog/vitest'
${body}
it('tolerates', async () => { await expect(<Card name="Sencha" />).toMatchMessageImage({ context, maxDifference: 0.1 }) })
it('has limits', async () => {
  await expect(expect('a').toMatchMessageImage({ maxDifference: 1 })).rejects.toThrow('maxDifference is the share')
  await expect(expect('a').toMatchMessageImage({ thme: 'dark' } as object)).rejects.toThrow('Did you mean')
  await expect(expect('a').not.toMatchMessageImage()).rejects.toThrow('.not cannot be used')
})
`,
    })
    expect((await test(root)).output).toMatch(/Tests.*2 passed/)
    await change(root, "label = 'Buy'", "label = 'Get'")
    expect((await test(root)).output).toMatch(/Tests.*2 passed/)
  })

  it('says what to install where Takumi is missing', async () => {
    const root = await project({
      ...files,
      'card.test.tsx': `import { expect, it, vi } from 'vitest'
import 'fukidashi/catalog/vitest'
vi.mock('@takumi-rs/core', () => { throw new Error('Cannot find package') })
it('draws', async () => { await expect('a').toMatchMessageImage() })
`,
    })
    const { code, output } = await test(root)
    expect(code).toBe(1)
    expect(output).toContain('npm install @takumi-rs/core')
  })
})

describe('node:test', () => {
  const flags = ['--import', 'tsx', '--test-reporter', 'tap']
  const test = (root: string, extra?: Record<string, string>) =>
    run([...flags, 'card.test.tsx'], root, extra)

  it('writes, compares and updates pictures', async () => {
    const root = await project({
      ...shop,
      'tsconfig.json': '{"compilerOptions":{"jsx":"react-jsx","jsxImportSource":"fukidashi"}}',
      'card.test.tsx': `import { it } from 'node:test'
import { assertMessageImage } from 'fukidashi/catalog/node-test'
${body}
it('shows the card', async (t) => {
  await assertMessageImage(t, <Card name="Sencha" />, { context })
  await assertMessageImage(t, await person())
  await assertMessageImage(t, Normal)
})
`,
    })
    const missing = await test(root, { CI: 'true' })
    expect(missing.output).toContain('none is written in CI')
    await rm(join(root, '__image_snapshots__'), { recursive: true })
    expect((await test(root)).code).toBe(0)
    expect(await picturesIn(root)).toHaveLength(3)
    expect((await test(root, { CI: 'true' })).code).toBe(0)
    await change(root, "label = 'Buy'", "label = 'Get'")
    const failed = await test(root)
    expect(failed.code).toBe(1)
    expect(failed.output).toContain('The picture differs in')
    expect((await test(root, { UPDATE_SNAPSHOTS: '1' })).code).toBe(0)
    expect((await test(root)).code).toBe(0)
  })
})
