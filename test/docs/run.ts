/** Runs a block of a page and gives what it prints. */
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { useBuiltPackage } from '../support/built-package.ts'
import type { Block } from './blocks.ts'

const run = promisify(execFile)

/** As in `docs/getting-started.md`. */
const tsconfig = JSON.stringify({
  compilerOptions: { jsx: 'react-jsxdev', jsxImportSource: 'fukidashi' },
})

const { installIn } = useBuiltPackage()

/** In a project of its own, in which fukidashi is installed. */
async function within<T>(files: Readonly<Record<string, string>>, use: Use<T>): Promise<T> {
  const folder = await mkdtemp(path.resolve('test/docs/.run-'))
  try {
    for (const [name, text] of Object.entries({ ...files, 'tsconfig.json': tsconfig }))
      await write(path.join(folder, name), text)
    await installIn(folder)
    return await use(async (file) => {
      return (await run(process.execPath, ['--import', 'tsx', file], { cwd: folder })).stdout
    })
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function write(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, text)
}

type Use<T> = (start: (file: string) => Promise<string>) => Promise<T>

const named = (page: readonly Block[]) =>
  Object.fromEntries(page.flatMap(({ name, code }) => (name === undefined ? [] : [[name, code]])))

/**
 * @param block - what is run; reports name it `menu.tsx:4:5`
 * @param page - all blocks of its page; those with a name are files beside it
 */
export function printed(block: Block, page: readonly Block[]): Promise<string> {
  const file = block.name ?? 'example.tsx'
  return within({ ...named(page), [file]: block.code }, (start) => start(file))
}

/** What a program prints that is beside the named blocks of a page, which may be changed a little before. */
export function printedBeside(
  page: readonly Block[],
  change: (code: string, name: string) => string,
  main: string,
): Promise<string> {
  const files = Object.entries(named(page)).map(([name, code]) => [name, change(code, name)])
  return within(
    { ...(Object.fromEntries(files) as Record<string, string>), 'main.ts': main },
    (start) => start('main.ts'),
  )
}

/** What a block throws as it is loaded as `src/menu.tsx`, with values for the names that it does not declare. */
export function thrown(block: Block, globals: Readonly<Record<string, unknown>>): Promise<string> {
  const main = `
Object.assign(globalThis, ${JSON.stringify(globals)})
import('./src/menu.tsx').catch((error) => console.log(String(error)))
`
  return within({ 'src/menu.tsx': block.code, 'main.ts': main }, (start) => start('main.ts'))
}

/** What is wrong with the messages and rich menus that the blocks of a page export. */
export function problemsOfExports(page: readonly Block[]): Promise<unknown> {
  const files = page.map(({ name, line, code }) => ({
    file: name ?? `line-${line}.tsx`,
    options: code.includes('<RichMenu ')
      ? { as: 'rich-menu' }
      : { endpoint: 'push', to: code.includes('<Mention') ? 'group' : 'user' },
    code,
  }))
  const main = `
import { validate } from 'fukidashi'

const { log } = console
console.log = () => undefined
const found = []
for (const { file, options } of ${JSON.stringify(files.map(({ file, options }) => ({ file, options })))})
  for (const [name, value] of Object.entries(await import('./' + file)))
    if (typeof value === 'object')
      for (const { path, message } of validate(value, options)) found.push({ file, name, path, message })
log(JSON.stringify(found))
`
  const texts = Object.fromEntries(files.map(({ file, code }) => [file, code]))
  return within({ ...texts, 'main.ts': main }, async (start) => {
    const found: unknown = JSON.parse(await start('main.ts'))
    return found
  })
}
