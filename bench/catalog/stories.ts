/**
 * Catalogs: 1,000 stories in 500 files and four locales.
 *
 *   npm run build
 *   npx tsx bench/catalog/stories.ts            five rounds
 *   npx tsx bench/catalog/stories.ts --quick    one round of 100 stories, to see that all of it runs
 */
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { writeProject } from './project.ts'

const quick = process.argv.includes('--quick')
const rounds = quick ? 1 : 5
const files = quick ? 50 : 500

const command = resolve('dist/cli/index.js')
if (!existsSync(command)) throw new Error('Build the package first: npm run build')
// Inside the repository, whose Vite and Vitest the project uses.
const root = mkdtempSync(resolve('bench/catalog/project-'))
const vitest = resolve('node_modules/vitest/vitest.mjs')

const run = (args: string[]): number => {
  const start = performance.now()
  execFileSync(process.execPath, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
  return performance.now() - start
}

const tasks: Record<string, () => number> = {
  'node -e 0': () => run(['-e', '0']),
  'fukidashi check': () => run([command, 'check']),
  'fukidashi build': () => run([command, 'build', '--out', join(root, 'out')]),
  'snapshot tests, JSON': () => run([vitest, 'run', 'json.test.ts']),
  'snapshot tests, TSX': () => run([vitest, 'run', 'tsx.test.ts']),
}

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!

/** Copies the package as it would be installed. */
function install(): void {
  const home = join(root, 'node_modules/fukidashi')
  cpSync('dist', join(home, 'dist'), { recursive: true })
  cpSync('package.json', join(home, 'package.json'))
}

try {
  install()
  writeProject(root, files)
  const times = Object.keys(tasks).map((name) => ({ name, all: [] as number[] }))
  // Vitest writes the snapshots once; then all rounds compare.
  run([vitest, 'run', '-u'])
  for (let round = 0; round < rounds; round++)
    for (const { name, all } of times) all.push(tasks[name]!())
  console.log(
    `${files * 2} stories in ${files} files, 4 locales, Node ${process.version}, ${rounds} rounds`,
  )
  for (const { name, all } of times)
    console.log(
      `${name.padEnd(24)} ${(median(all) / 1000).toFixed(2)} s (${all.map((ms) => (ms / 1000).toFixed(2)).join(' ')})`,
    )
  const of = (name: string) => median(times.find((one) => one.name === name)!.all)
  const ratio = of('snapshot tests, TSX') / of('snapshot tests, JSON')
  console.log(`snapshots as TSX take ${ratio.toFixed(2)} × the time of JSON`)
} finally {
  rmSync(root, { recursive: true, force: true })
}
