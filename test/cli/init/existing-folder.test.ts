/** `fukidashi init` in a folder that has something in it. */
import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { writeFiles } from '../../../src/cli/init/write-files.js'
import { folderWith, has, manifestOf, read, runInit } from './setup.js'

const json = (value: unknown) => JSON.stringify(value, null, 2)

describe('package.json', () => {
  const mine = {
    name: 'mine',
    version: '3.2.1',
    type: 'module',
    custom: { kept: true },
    scripts: { dev: 'nodemon server.js', test: 'vitest --coverage', build: 'tsc' },
    dependencies: { express: '^5.0.0' },
    devDependencies: { typescript: '^5.9.0', vitest: '^3.2.0' },
  }

  it('keeps everything, gets what is missing, and every change is printed', async () => {
    const folder = folderWith({ 'package.json': json(mine) })
    const { code, output } = await runInit(folder)
    expect(code).toBe(0)
    expect(manifestOf(folder)).toEqual({
      ...mine,
      scripts: {
        ...mine.scripts,
        'line:dev': 'fukidashi dev src/bot.tsx',
        check: 'tsc && fukidashi check',
        start: 'node dist/server.js',
      },
      dependencies: { express: '^5.0.0', fukidashi: '^1.2.3' },
      devDependencies: {
        ...mine.devDependencies,
        '@types/node': expect.any(String) as string,
        vite: expect.any(String) as string,
      },
    })
    expect(output).toContain('script "line:dev", because "dev" is yours: nodemon server.js')
    expect(output).toContain('dependencies: fukidashi ^1.2.3')
    expect(output).not.toMatch(/typescript|vitest \^/)
    expect(output).toContain('npm run line:dev ')
    expect(read(folder, 'README.md')).toContain('npm run line:dev ')
  })

  it('of npm init gets a test, and is one of ES modules', async () => {
    const test = 'echo "Error: no test specified" && exit 1'
    const folder = folderWith({
      'package.json': json({ name: 'mine', type: 'commonjs', scripts: { test } }),
    })
    const { output } = await runInit(folder)
    expect(manifestOf(folder)).toMatchObject({ type: 'module', scripts: { test: 'vitest run' } })
    expect(output).toContain('package.json: "type": "module"')
    expect(output).toContain('script "test"')
  })

  it.each(['commonjs', undefined])('of CommonJS (%s) with code is refused', async (type) => {
    const files = { 'package.json': json({ name: 'mine', type }), 'lib/index.js': 'x' }
    const folder = folderWith(files)
    await expect(runInit(folder)).rejects.toThrow(/"type": "module", so .*index\.js is CommonJS/)
    expect(read(folder, 'package.json')).toBe(files['package.json'])
    expect(readdirSync(folder)).toEqual(['lib', 'package.json'])
  })

  it('has the version of fukidashi that is asked for, where it was', async () => {
    const folder = folderWith({
      'package.json': json({ type: 'module', devDependencies: { fukidashi: '^0.1.0' } }),
    })
    await runInit(folder)
    expect(manifestOf(folder).devDependencies['fukidashi']).toBe('^0.1.0')
    await runInit(folder, { fukidashi: '0.2.0', force: true })
    expect(manifestOf(folder).devDependencies['fukidashi']).toBe('0.2.0')
    expect(manifestOf(folder).dependencies).toBeUndefined()
  })

  it.each(['', '{', '[]', 'null', '"x"'])('that is no object (%j) is refused', async (text) => {
    const folder = folderWith({ 'package.json': text })
    await expect(runInit(folder)).rejects.toThrow(/package\.json is not a JSON object/)
    expect(readdirSync(folder)).toEqual(['package.json'])
  })
})

describe('files that exist', () => {
  it('are not replaced without --force', async () => {
    const files = { 'src/bot.tsx': 'mine', 'test/bot.test.tsx': 'my test' }
    const folder = folderWith(files)
    await expect(runInit(folder)).rejects.toThrow(
      /would be replaced: src\/bot\.tsx, test\/bot\.test\.tsx\. Nothing was written\. Pass --force/,
    )
    expect(readdirSync(folder).sort()).toEqual(['src', 'test'])
    expect(read(folder, 'src/bot.tsx')).toBe('mine')
    await runInit(folder, { force: true })
    expect(read(folder, 'src/bot.tsx')).toContain('createBot()')
  })

  it('with the same contents are left alone, also when it runs again', async () => {
    const folder = folderWith()
    await runInit(folder, { template: 'shop' })
    const before = manifestOf(folder)
    const { output } = await runInit(folder, { template: 'shop' })
    expect(output).toContain('Everything is in ')
    expect(manifestOf(folder)).toEqual(before)
  })

  it('README.md stays, and the explanation gets another name', async () => {
    const folder = folderWith({ 'README.md': '# Mine\n' })
    const { output } = await runInit(folder)
    expect(read(folder, 'README.md')).toBe('# Mine\n')
    expect(read(folder, 'LINE-BOT.md')).toContain('Connect it to LINE')
    expect(output).toContain('LINE-BOT.md says how')
  })

  it('.gitignore keeps its lines, and ignores secrets', async () => {
    const folder = folderWith({ '.gitignore': 'node_modules/\nmine' })
    const { output } = await runInit(folder)
    const text = read(folder, '.gitignore')
    expect(text).toMatch(/^node_modules\/\nmine\n/)
    expect(text.match(/node_modules/g)).toHaveLength(1)
    expect(text).toMatch(/^\.env$/m)
    expect(output).toContain('.gitignore: .env')
  })

  it.each([
    ['a folder', 'src/bot.tsx/x', /bot\.tsx is a folder/],
    ['a file', 'src', /src is a file/],
  ])('%s in the place of something else is refused', async (_kind, file, reason) => {
    const folder = folderWith({ [file]: 'mine' })
    await expect(runInit(folder, { force: true })).rejects.toThrow(reason)
    expect(read(folder, file)).toBe('mine')
    expect(has(folder, 'package.json')).toBe(false)
  })
})

describe('tsconfig.json', () => {
  it('without JSX gets it, and keeps its comments', async () => {
    const folder = folderWith({
      'tsconfig.json': '{\n  // mine\n  "compilerOptions": { "strict": true, "types": [], },\n}\n',
    })
    const { output } = await runInit(folder)
    const text = read(folder, 'tsconfig.json')
    expect(text).toContain('// mine')
    expect(text).toMatch(/"jsx": "react-jsxdev"[^]*"jsxImportSource": "fukidashi"/)
    expect(text).toMatch(/"types": \[\s*"node"\s*\]/)
    expect(output).toContain('tsconfig.json: "jsx": "react-jsxdev"')
    expect(read(folder, 'src/bot.tsx')).not.toContain('@jsxImportSource')
  })

  it('with JSX of React stays, and files with messages name fukidashi', async () => {
    const config = '{ "compilerOptions": { "jsx": "react-jsx" } }'
    const folder = folderWith({
      'tsconfig.json': config,
      'package.json': json({ type: 'module', dependencies: { react: '^19.0.0' } }),
    })
    await runInit(folder, { template: 'shop' })
    expect(read(folder, 'tsconfig.json')).toBe(config)
    for (const file of ['src/bot.tsx', 'src/menu.tsx', 'src/order.tsx', 'test/bot.test.tsx'])
      expect(read(folder, file), file).toMatch(/^\/\*\* @jsxImportSource fukidashi \*\/\n/)
  })

  it('as "tsc --init" writes it is completed', async () => {
    const folder = folderWith({
      'tsconfig.json': '{ "compilerOptions": { "jsx": "react-jsx", "types": ["node"] } }',
    })
    await runInit(folder)
    expect(read(folder, 'tsconfig.json')).toMatch(
      /"jsx": "react-jsx"[^]*"jsxImportSource": "fukidashi"/,
    )
  })

  it('that extends another one gets all that JSX needs', async () => {
    const folder = folderWith({ 'tsconfig.json': '{ "extends": "@tsconfig/node20" }' })
    await runInit(folder)
    expect(read(folder, 'tsconfig.json')).toMatch(
      /"jsx": "react-jsxdev"[^]*"jsxImportSource": "fukidashi"/,
    )
  })

  it.each([
    ['preserve', {}, "oxc: { jsx: { runtime: 'automatic' } }"],
    ['react', { vite: '^8.0.0', vitest: '^4.1.0' }, "oxc: { jsx: { runtime: 'automatic' } }"],
    ['preserve', { vitest: '^3.2.0' }, "esbuild: { jsx: 'automatic' }"],
    ['preserve', { vite: '^7.0.0' }, "esbuild: { jsx: 'automatic' }"],
  ])('with "jsx": "%s" and %j has tests that compile JSX', async (jsx, devDependencies, option) => {
    const folder = folderWith({
      'package.json': json({ type: 'module', dependencies: { react: '^19.0.0' }, devDependencies }),
      'tsconfig.json': json({ compilerOptions: { jsx } }),
    })
    await runInit(folder)
    const config = read(folder, 'vitest.config.ts')
    expect(config).toContain(`defineConfig({ ${option} })`)
    expect((await runInit(folder)).output).not.toContain('please add')
    expect(read(folder, 'vitest.config.ts')).toBe(config)
  })

  it.each([
    ['export default {}', {}, true],
    ["export default { esbuild: { jsx: 'automatic' } }", {}, false],
    ['export default {}', { '@vitejs/plugin-react': '^5.0.0' }, false],
  ])(
    'that leaves JSX as it is, with the config %s and %j',
    async (config, devDependencies, asks) => {
      const folder = folderWith({
        'package.json': json({
          type: 'module',
          dependencies: { react: '^19.0.0' },
          devDependencies,
        }),
        'tsconfig.json': json({ compilerOptions: { jsx: 'preserve' } }),
        'vite.config.mts': config,
      })
      const { output } = await runInit(folder)
      expect(read(folder, 'vite.config.mts')).toBe(config)
      expect(has(folder, 'vitest.config.ts')).toBe(false)
      expect(output.includes('vite.config.mts: please add oxc: { jsx:')).toBe(asks)
    },
  )

  it.each(['{', '', '5'])('that is no object (%j) is refused', async (text) => {
    const folder = folderWith({ 'tsconfig.json': text })
    await expect(runInit(folder)).rejects.toThrow(/tsconfig\.json is not a JSON object/)
    expect(readdirSync(folder)).toEqual(['tsconfig.json'])
  })
})

describe('a project of Next.js', () => {
  const manifest = json({
    scripts: { dev: 'next dev --turbopack', build: 'next build' },
    dependencies: { next: '^15.0.0', react: '^19.0.0' },
  })
  const config = '{ "compilerOptions": { "jsx": "preserve" }, "include": ["**/*.tsx"] }'

  it.each([
    ['app', 'app/webhook/route.ts', "'../../src/bot'"],
    ['src/app', 'src/app/webhook/route.ts', "'../../bot'"],
  ])('with its pages in %s keeps them, and gets a route beside them', async (app, route, bot) => {
    const files = {
      'package.json': manifest,
      'tsconfig.json': config,
      [`${app}/layout.tsx`]: 'mine',
      [`${app}/page.jsx`]: 'mine',
    }
    const folder = folderWith(files)
    const { output } = await runInit(folder, { platform: 'next' })
    expect(read(folder, `${app}/layout.tsx`)).toBe('mine')
    expect(has(folder, `${app}/page.tsx`)).toBe(false)
    expect(read(folder, 'tsconfig.json')).toBe(config)
    expect(read(folder, route)).toContain(bot)
    expect(manifestOf(folder)).toMatchObject({
      scripts: {
        dev: 'next dev --turbopack',
        'line:dev': 'fukidashi dev src/bot.tsx',
        start: 'next start',
      },
      dependencies: { next: '^15.0.0', fukidashi: '^1.2.3' },
    })
    expect(output).toContain('npm run line:dev')
    expect(has(folder, app === 'app' ? 'src/app' : 'app')).toBe(false)
  })
})

it('leaves the folder as it was when a file cannot be written', () => {
  const before = json({ name: 'mine', type: 'module' })
  const folder = folderWith({ 'package.json': before })
  mkdirSync(join(folder, 'test'))
  // A name that is too long for file systems: the tests may run as root, who may write everywhere.
  const files = new Map([
    ['package.json', 'new'],
    ['src/bot.tsx', 'new'],
    [`test/${'x'.repeat(300)}`, 'new'],
  ])
  expect(() => writeFiles(folder, files)).toThrow(/was not written: .*The folder is as before\./)
  expect(read(folder, 'package.json')).toBe(before)
  expect(readdirSync(folder).sort()).toEqual(['package.json', 'test'])
})
