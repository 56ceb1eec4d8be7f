/** Stories as tests with Jest and `node:test`, as programs of their own. */
import { execFile } from 'node:child_process'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { shop, useInstalledProjects } from './support.js'

const { NODE_OPTIONS: _, CI: _ci, ...env } = process.env

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

const snapshots = async (root: string): Promise<string> => {
  const [file] = await readdir(join(root, '__snapshots__'))
  return readFile(join(root, '__snapshots__', file!), 'utf8')
}

const testOf = (
  runner: string,
) => `import { catalogTests, storiesIn } from 'fukidashi/catalog/${runner}'
import { catalog } from './catalog.js'
await catalogTests(catalog, storiesIn(new URL('./', import.meta.url), '**/*.messages.tsx'))
`

describe('node:test', () => {
  const flags = ['--import', 'tsx', '--test-reporter', 'tap']
  const test = (root: string, extra?: Record<string, string>) =>
    run([...flags, 'catalog.test.ts'], root, extra)
  const files = {
    ...shop,
    'tsconfig.json': '{"compilerOptions":{"jsx":"react-jsx","jsxImportSource":"fukidashi"}}',
    'catalog.test.ts': `${testOf('node-test')}
import { it } from 'node:test'
import { assertMessageSnapshot } from 'fukidashi/catalog/node-test'
it('greets', (t) => assertMessageSnapshot(t, ['\`\${hi}\`', { type: 'text', text: '\\\\' }]))
`,
  }

  it('writes snapshots, and passes as long as they are the same', async () => {
    const root = await project(files)
    const first = await test(root)
    expect(first.output).toContain('# fail 0')
    const written = await snapshots(root)
    expect(written).toContain('exports[`card.messages.tsx > Normal > ja`] = `\n<Buttons')
    expect(written).toContain('<Postback label="Buy お茶" data="buy" />')
    expect((await test(root, { CI: '1' })).output).toContain('# fail 0')
    expect(await snapshots(root)).toBe(written)
  })

  it('fails with the changed lines, and updates snapshots when asked to', async () => {
    const root = await project(files)
    await test(root)
    const card = join(root, 'card.tsx')
    await writeFile(card, (await readFile(card, 'utf8')).replace('data="buy"', 'data="get"'))
    const failed = await test(root)
    expect(failed.code).toBe(1)
    expect(failed.output).toMatch(/- +<Postback label="Buy お茶" data="buy" \/>/)
    expect(failed.output).toMatch(/\+ +<Postback label="Buy お茶" data="get" \/>/)
    expect((await test(root, { UPDATE_SNAPSHOTS: '1' })).code).toBe(0)
    expect(await snapshots(root)).toContain('data="get"')
    expect((await test(root)).code).toBe(0)
  })

  it('writes none on a CI server', async () => {
    const root = await project(files)
    const { code, output } = await test(root, { CI: 'true' })
    expect(code).toBe(1)
    expect(output).toContain('There is no snapshot')
    expect(await readdir(root)).not.toContain('__snapshots__')
  })
})

describe('Jest', () => {
  it('tests each story and locale', async () => {
    const root = await project({
      ...shop,
      'jest.config.js': `export { default } from '${resolve('test/testing/fixtures/jest/jest.config.js')}'`,
      'catalog.test.ts': `${testOf('jest')}
test('greets', async () => {
  await expect([{ type: 'text', text: 'hi' }]).toMatchMessageSnapshot()
})
`,
    })
    const jest = resolve('test/peers/node_modules/jest/bin/jest.js')
    const args = ['--experimental-vm-modules', jest]
    const first = await run(args, root)
    expect(first.output).toMatch(/Tests: +5 passed, 5 total/)
    expect(await snapshots(root)).toContain(
      'exports[`card.messages.tsx Normal ja 1`] = `\n<Buttons',
    )
    expect((await run([...args, '--ci'], root)).output).toMatch(/Snapshots: +5 passed, 5 total/)
  })

  it('compares pictures', async () => {
    const files = (text: string) => ({
      'jest.config.js': `export { default } from '${resolve('test/testing/fixtures/jest/jest.config.js')}'`,
      'image.test.ts': `import 'fukidashi/catalog/jest'
test('greets', async () => {
  await expect('${text}').toMatchMessageImage()
  await expect('second').toMatchMessageImage()
})
`,
    })
    const root = await project(files('hello'))
    const jest = resolve('test/peers/node_modules/jest/bin/jest.js')
    // Jest compiles the sources while the test runs.
    const args = ['--experimental-vm-modules', jest, '--testTimeout', '120000']
    expect((await run([...args, '--ci'], root)).output).toContain('none is written in CI')
    expect((await run(args, root)).output).toMatch(/Tests: +1 passed, 1 total/)
    const folder = join(root, '__image_snapshots__/image.test.ts')
    expect(await readdir(folder)).toHaveLength(2)
    await writeFile(join(root, 'image.test.ts'), files('hallo')['image.test.ts'])
    const failed = await run(args, root)
    expect(failed.output).toMatch(/The picture differs in \d+ pixels/)
    expect(failed.code).toBe(1)
    expect((await run([...args, '-u'], root)).code).toBe(0)
    expect(await readdir(folder)).toHaveLength(2)
  }, 300_000)
})
