/** The program behind `npm run check`. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'

/** Each script adds its name to a file when it begins and when it ends. */
const log = `const { appendFileSync } = require('node:fs')
const [name, code] = process.argv.slice(2)
appendFileSync('log', 'begin ' + name + '\\n')
console.log('output of ' + name)
console.error('errors of ' + name)
appendFileSync('log', 'end ' + name + '\\n')
process.exit(Number(code))
`

function runChecks(scripts: Record<string, number>, ...args: string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'fukidashi-checks-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const commands = Object.entries(scripts).map(([name, code]) => [
    name,
    `node log.cjs ${name} ${code}`,
  ])
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ scripts: Object.fromEntries(commands) as object }),
  )
  writeFileSync(join(folder, 'log.cjs'), log)
  const program = ['--import', import.meta.resolve('tsx'), resolve('scripts/run-checks.ts')]
  const { status, stdout, stderr } = spawnSync(process.execPath, [...program, ...args], {
    cwd: folder,
    encoding: 'utf8',
  })
  const events = readFileSync(join(folder, 'log'), 'utf8').trim().split('\n')
  return { status, stdout, stderr, events }
}

/** The most scripts that ran at the same time. */
function mostAtOnce(events: readonly string[]): number {
  let running = 0
  return Math.max(...events.map((event) => (running += event.startsWith('begin') ? 1 : -1)))
}

it('runs all scripts, at most three at a time, and passes when all pass', () => {
  const { status, stdout, stderr, events } = runChecks(
    { a: 0, b: 0, c: 0, d: 0 },
    'a',
    'b',
    'c',
    'd',
  )
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  expect(events.filter((event) => event.startsWith('end')).sort()).toEqual([
    'end a',
    'end b',
    'end c',
    'end d',
  ])
  expect(mostAtOnce(events)).toBeLessThanOrEqual(3)
  for (const name of ['a', 'b', 'c', 'd'])
    expect(stdout).toMatch(
      new RegExp(
        `^${name} passed \\(\\d+ s\\)\n(output|errors) of ${name}\n(output|errors) of ${name}$`,
        'm',
      ),
    )
})

it('fails with the names of those that failed, after all have run', () => {
  const { status, stdout, stderr, events } = runChecks({ a: 3, b: 0, c: 1 }, 'a', 'b', 'c')
  expect(status).toBe(1)
  expect(stderr.trim()).toMatch(/^Failed: (a, c|c, a)$/)
  expect(stdout).toContain('a FAILED')
  expect(events).toContain('end b')
})

it('runs scripts that are joined by a comma one after the other', () => {
  const { status, events } = runChecks({ a: 0, b: 0, c: 0 }, 'a,b,c')
  expect(status).toBe(0)
  expect(events).toEqual(['begin a', 'end a', 'begin b', 'end b', 'begin c', 'end c'])
})

it('fails for a script that does not exist', () => {
  const { status, stderr } = runChecks({ a: 0 }, 'a', 'b')
  expect(status).toBe(1)
  expect(stderr.trim()).toBe('Failed: b')
})
