/**
 * `fukidashi preview` with 1,000 stories in 500 files, in Chromium: until the first story is on the screen, until a change is seen, and
 * memory after 200 saves of a file that 300 story files import.
 *
 *   npm run build
 *   npx tsx bench/catalog/preview.ts            five starts, 200 saves
 *   npx tsx bench/catalog/preview.ts --quick    one start, 20 saves, to see that all of it runs
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { chromiumFlags, chromiumPath } from '../../scripts/browser/chromium.ts'
import { writeProject } from './project.ts'

const quick = process.argv.includes('--quick')
const starts = quick ? 1 : 5
const saves = quick ? 20 : 200
const files = 500
const dependents = 300

const command = resolve('dist/cli/index.js')
if (!existsSync(command)) throw new Error('Build the package first: npm run build')
// Inside the repository, whose Vite the project uses.
const root = mkdtempSync(resolve('bench/catalog/project-'))

const shared = (text: string) => `export const shared = '${text} '\n`

/** Copies the package as it would be installed, and writes the project. */
function prepare(): void {
  const home = join(root, 'node_modules/fukidashi')
  cpSync('dist', join(home, 'dist'), { recursive: true })
  cpSync('package.json', join(home, 'package.json'))
  writeProject(root, files)
  writeFileSync(join(root, 'src/shared.ts'), shared('Save 0'))
  for (let i = 0; i < dependents; i++) {
    const path = join(root, `src/card-${i}.messages.tsx`)
    const code = readFileSync(path, 'utf8').replace("{t('choose')}", "{shared + t('choose')}")
    writeFileSync(path, `import { shared } from './shared.js'\n${code}`)
  }
}

const running: ChildProcess[] = []

/** Starts the command, and gives its address. */
function start(): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, [command, 'preview', '--port', '0'], { cwd: root })
  running.push(child)
  child.stderr.pipe(process.stderr)
  return new Promise((done) => {
    let out = ''
    child.stdout.on('data', (data) => {
      out += String(data)
      const [, url] = /open (http:\S+)/.exec(out) ?? []
      if (url !== undefined) done({ child, url })
    })
  })
}

const seen = (page: Page, text: string): Promise<void> =>
  page.locator('.drawn').getByText(text).first().waitFor()

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!
const spread = (values: number[]): string =>
  `${median(values).toFixed(0)} ms (${Math.min(...values).toFixed(0)} to ${Math.max(...values).toFixed(0)})`

/** Resident memory in MB. */
const memoryOf = ({ pid }: ChildProcess): number =>
  Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024

prepare()
const browser = await chromium.launch({ executablePath: chromiumPath(), args: chromiumFlags })
try {
  const first: number[] = []
  for (let i = 0; i < starts; i++) {
    const page = await browser.newPage()
    const begin = performance.now()
    const { child, url } = await start()
    await page.goto(url)
    await seen(page, 'Save 0')
    first.push(performance.now() - begin)
    await page.close()
    child.kill('SIGINT')
  }

  const page = await browser.newPage()
  const { child, url } = await start()
  await page.goto(url)
  await seen(page, 'Save 0')
  // All dependents have been looked at.
  for (let i = 0; i < dependents; i++) {
    const body = JSON.stringify({ file: `src/card-${i}.messages.tsx`, name: 'Normal' })
    await fetch(`${url}/_fukidashi/preview/story`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    })
  }
  const before = memoryOf(child)
  const changes: number[] = []
  for (let i = 1; i <= saves; i++) {
    const begin = performance.now()
    writeFileSync(join(root, 'src/shared.ts'), shared(`Save ${i}.`))
    await seen(page, `Save ${i}.`)
    changes.push(performance.now() - begin)
  }
  console.log(`${files * 2} stories in ${files} files, Node ${process.version}`)
  console.log(`first story on the screen after the command   ${spread(first)}`)
  console.log(`a change of a file with ${dependents} dependents       ${spread(changes)}`)
  console.log(
    `memory of the command                         ${before.toFixed(0)} MB, after ${saves} saves ${memoryOf(child).toFixed(0)} MB`,
  )
} finally {
  for (const child of running) child.kill('SIGKILL')
  await browser.close()
  rmSync(root, { recursive: true, force: true })
}
