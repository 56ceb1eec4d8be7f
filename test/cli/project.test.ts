/** The project of a bot: its folder, and the name of the account. */
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { accountName, projectFolder } from '../../src/cli/dev/project.js'

let folder: string
beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'fukidashi-project-')))
  await mkdir(join(folder, 'src'))
})
afterEach(async () => {
  vi.restoreAllMocks()
  await rm(folder, { recursive: true })
})

const packageIs = (text: string) => writeFile(join(folder, 'package.json'), text)

describe('the name of the account', () => {
  it.each([
    ['{ "name": "tea-bot" }', 'tea-bot'],
    ['{ "name": "@shop/tea-bot" }', 'tea-bot'],
    ['{ "name": "a-very-long-name-of-a-package" }', 'a-very-long-name-of-'],
  ])('comes from package.json: %s', async (text, name) => {
    await packageIs(text)
    expect(accountName(join(folder, 'src/bot.ts'))).toBe(name)
  })

  it.each(['{}', '{ "name": 5 }', '{ "name": "" }', 'no JSON'])(
    'comes from the file or its folder with %s',
    async (text) => {
      await packageIs(text)
      expect(accountName(join(folder, 'src/tea.ts'))).toBe('tea')
      expect(accountName(join(folder, 'src/bot.ts'))).toBe('src')
    },
  )
})

describe('the folder', () => {
  it('is the working directory if the bot is below it', () => {
    vi.spyOn(process, 'cwd').mockReturnValue(folder)
    expect(projectFolder(join(folder, 'src/bot.ts'))).toBe(folder)
    expect(projectFolder(undefined)).toBe(folder)
  })

  it('is that of the bot’s package.json otherwise', async () => {
    await packageIs('{}')
    vi.spyOn(process, 'cwd').mockReturnValue(join(folder, 'other'))
    expect(projectFolder(join(folder, 'src/bot.ts'))).toBe(folder)
  })
})
