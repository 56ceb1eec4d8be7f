import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { pages } from './blocks.ts'

const run = promisify(execFile)

it('has generated pages that say what the code says', async () => {
  await run(process.execPath, ['--import', 'tsx', 'scripts/docs/index.ts', '--check'])
})

const anchor = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[`*]/g, '')
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-')

const anchorsOf = (page: string) =>
  new Set([...readFileSync(page, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, text]) => anchor(text!)))

it.each(pages())('%s links to places that there are', (page) => {
  const text = readFileSync(page, 'utf8').replace(/^ *```[\s\S]*?^ *```$/gm, '')
  const broken = [...text.matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)/g)].filter(
    ([, file, place]) => {
      const target = file ? path.posix.join(path.posix.dirname(page), file) : page
      if (!existsSync(target)) return true
      return place !== undefined && target.endsWith('.md') && !anchorsOf(target).has(place)
    },
  )
  expect(broken.map(([link]) => link)).toEqual([])
})
