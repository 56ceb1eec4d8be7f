/**
 * The recipe for Paraglide, as the page shows it. `fixtures/paraglide` is what Paraglide 2.25 compiles from one message in three locales;
 * its compiler is not a package of the tests because it takes 500 MB.
 */
import { execFile } from 'node:child_process'
import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import ts from 'typescript'
import { expect, it } from 'vitest'
import { useBuiltPackage } from '../support/built-package.js'
import { project } from './support.js'

const { installIn } = useBuiltPackage()

const [code = ''] = readFileSync('docs/catalog.md', 'utf8')
  .split('```tsx no-check\n')
  .slice(1)
  .map((block) => block.split('```')[0]!)

async function recipe(): Promise<string> {
  const root = await project({
    'greeting.tsx': code,
    'main.ts': `import { story } from './greeting.js'
console.log(JSON.stringify(await Promise.all(story.locales.map((locale) => story.render({ locale })))))`,
    'tsconfig.json': '{"compilerOptions":{"jsx":"react-jsx","jsxImportSource":"fukidashi"}}',
  })
  cpSync('test/catalog/fixtures/paraglide', join(root, 'paraglide'), { recursive: true })
  return root
}

it('renders in each locale', async () => {
  const cwd = await recipe()
  await installIn(cwd)
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', 'main.ts'], {
    cwd,
  })
  expect(JSON.parse(stdout)).toEqual([
    [{ type: 'text', text: 'こんにちは、Akiさん' }],
    [{ type: 'text', text: 'สวัสดี Aki' }],
    [{ type: 'text', text: 'hello Aki' }],
  ])
})

it('compiles', async () => {
  const { config } = ts.readConfigFile('tsconfig.json', (path) => ts.sys.readFile(path)) as {
    config: object
  }
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, '.')
  const program = ts.createProgram([join(await recipe(), 'greeting.tsx')], options)
  const [file] = program.getRootFileNames().map((name) => program.getSourceFile(name))
  // Of this file only: `npm run check:types` checks the sources that it imports.
  const errors = ts.getPreEmitDiagnostics(program, file)
  expect(
    errors.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n')),
  ).toEqual([])
})
