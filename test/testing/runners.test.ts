/** Test runners other than the one that runs this. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

const run = promisify(execFile)

it('works with node:test', async () => {
  const { NODE_OPTIONS: _, ...env } = process.env
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
