import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { pages } from './blocks.ts'
import { deadLinks } from './dead-links.ts'

const run = promisify(execFile)

it('has generated pages that are up to date', async () => {
  await run(process.execPath, ['--import', 'tsx', 'scripts/docs/index.ts', '--check'])
})

it.each([...pages(), 'CHANGELOG.md', 'SECURITY.md'])('%s has only links that work', (page) => {
  expect(deadLinks(page)).toEqual([])
})
