/** Test runners other than the one that runs this. */
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

const { NODE_OPTIONS: _, ...env } = process.env
const run = promisify(execFile)

it('works with node:test', async () => {
  const { stdout } = await run(
    process.execPath,
    [
      '--import',
      'tsx',
      '--conditions',
      'fukidashi-source',
      '--test-reporter',
      'tap',
      'test/testing/fixtures/node-test.tsx',
    ],
    { env },
  )
  expect(stdout).toContain('# pass 1')
  expect(stdout).toContain('# fail 0')
})

const fixture = 'test/testing/fixtures/jest'

it('works with Jest', async () => {
  // Babel looks for its presets from the working directory.
  const jest = resolve('test/peers/node_modules/jest/bin/jest.js')
  const { stderr } = await run(process.execPath, ['--experimental-vm-modules', jest, '--ci'], {
    env,
    cwd: fixture,
  })
  expect(stderr).toMatch(/Tests: +1 passed, 1 total/)
})

it('is set up for Jest as the documents say', () => {
  const page = readFileSync('docs/testing.md', 'utf8')
  expect(page).toContain(readFileSync(`${fixture}/documented.js`, 'utf8'))
  const test = readFileSync(`${fixture}/bot.spec.tsx`, 'utf8')
  for (const line of [
    "from '@jest/globals'",
    'expect.extend(matchers)',
    "declare module 'expect'",
  ]) {
    expect(test).toContain(line)
    expect(page).toContain(line)
  }
})
