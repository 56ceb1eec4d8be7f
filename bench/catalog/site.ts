/**
 * The static site of a catalog of 1,000 stories in 500 files and four locales: time by the clock and of the processor (for machines that
 * other programs use), and the most memory.
 *
 *   npm run build
 *   npx tsx bench/catalog/site.ts            three rounds
 *   npx tsx bench/catalog/site.ts --quick    one round of 100 stories, to see that all of it runs
 */
import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { writeProject } from './project.ts'

const quick = process.argv.includes('--quick')
const rounds = quick ? 1 : 3
const files = quick ? 50 : 500

if (!existsSync('dist/cli/index.js')) throw new Error('Build the package first: npm run build')
// Inside the repository, whose Vite the project uses.
const root = mkdtempSync(resolve('bench/catalog/project-'))
const home = join(root, 'node_modules/fukidashi')
const out = join(root, 'site')

/** Writes the use of processor and memory of the process into a file. */
const probe = `process.on('exit', () => require('node:fs').writeFileSync('usage.json', JSON.stringify(process.resourceUsage())))`

interface Usage {
  userCPUTime: number
  systemCPUTime: number
  maxRSS: number
}

function build(): string {
  const start = performance.now()
  const command = join(home, 'dist/cli/index.js')
  const args = ['--require', './probe.cjs', command, 'preview', '--out', out]
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  const seconds = (performance.now() - start) / 1000
  const usage = JSON.parse(readFileSync(join(root, 'usage.json'), 'utf8')) as Usage
  const processor = (usage.userCPUTime + usage.systemCPUTime) / 1e6
  const megabytes = usage.maxRSS / 1024
  return `${seconds.toFixed(2)} s, ${processor.toFixed(2)} s of processor time, ${megabytes.toFixed(0)} MB`
}

const sizeOf = (folder: string): number =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => statSync(join(folder, name)))
    .reduce((sum, stats) => sum + (stats.isFile() ? stats.size : 0), 0)

try {
  cpSync('dist', join(home, 'dist'), { recursive: true })
  cpSync('package.json', join(home, 'package.json'))
  writeProject(root, files)
  writeFileSync(join(root, 'probe.cjs'), probe)
  console.log(`${files * 2} stories, 4 locales, Node ${process.version}`)
  for (let round = 1; round <= rounds; round++) console.log(`round ${round}: ${build()}`)
  console.log(`${(sizeOf(out) / 1e6).toFixed(0)} MB of pages`)
} finally {
  rmSync(root, { recursive: true, force: true })
}
