/** `fukidashi shot` and `fukidashi preview --out` as programs of their own. */
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { shop } from '../catalog/support.js'
import { useCatalogCommand } from './catalog-command.js'

const { project, run, start } = useCatalogCommand()

const more = {
  'more.messages.tsx': `import { catalog } from './catalog.js'
import { Area, MessageAction, RichMenu } from 'fukidashi'
import { createBot } from 'fukidashi/webhook'
const bot = createBot({ channelSecret: 's' })
bot.on('message:text', (ctx) => ctx.reply('yes'))
export const Chat = catalog.chat({ title: 'Chat', bot, script: (aki) => aki.says('hi') })
export const Menu = catalog.richMenu(() => (
  <RichMenu size={{ width: 2500, height: 843 }} selected name="main" chatBarText="Menu">
    <Area x={0} y={0} width={2500} height={843}><MessageAction label="Tea" text="tea" /></Area>
  </RichMenu>
), { title: 'Menu' }).story()
`,
}
const broken = {
  'broken.messages.tsx': `import { catalog } from './catalog.js'
export const None = catalog.component((): never => { throw new Error('no tea left') }, { title: 'Broken' }).story()
export const Rune = catalog.json({ title: 'Broken', messages: { type: 'text', text: 'ᛝ' } })
`,
}

/** Width and height of a PNG. */
async function sizeOf(path: string) {
  const png = await readFile(path)
  expect(png.subarray(1, 4).toString()).toBe('PNG')
  return [png.readUInt32BE(16), png.readUInt32BE(20)]
}

/** Starts the command with a story that never ends, and interrupts it. */
async function interrupted(...args: string[]) {
  const root = await project({ ...shop, 'block.messages.ts': "console.log('loading')\nfor (;;);" })
  const { child, ended } = start(root, ...args)
  await new Promise<void>((done) => {
    child.stderr.on('data', (data) => String(data).includes('loading') && done())
  })
  child.kill('SIGINT')
  return { ...(await ended), files: await readdir(root) }
}

describe('fukidashi shot', () => {
  it('writes a picture of each story of any kind, locale, device and theme, and names them', async () => {
    const root = await project({ ...shop, ...more })
    const args = ['--device', 'iphone,android', '--theme', 'light,dark', '--scale', '1']
    const { code, out, err } = await run(root, 'shot', ...args)
    expect(err).toBe('')
    expect(code).toBe(0)
    const files = out.trim().split('\n').slice(0, -1)
    expect(files).toHaveLength(4 * 2 * 2 * 2)
    expect(out).toContain('\nWrote 32 pictures to shots.\n')
    expect(files).toContain('shots/ja/Shop/Card/Green.android.dark.png')
    expect(files).toContain('shots/en/Chat/Chat.iphone.light.png')
    expect(files).toContain('shots/en/Menu/Menu.iphone.light.png')
    for (const file of files) expect((await stat(join(root, file))).size).toBeGreaterThan(1_000)
    expect((await sizeOf(join(root, files[0]!)))[0]).toBe(375)
  })

  it('draws only what is asked for, at the size that is asked for', async () => {
    const root = await project(shop)
    const args = ['--locale', 'en', '--scale', '2', '--text-scale', '1.5', '--out', 'a/b', '--json']
    const { code, out } = await run(root, 'shot', ...args)
    expect(code).toBe(0)
    const { shots, failed } = JSON.parse(out) as { shots: { file: string }[]; failed: unknown[] }
    expect(failed).toEqual([])
    expect(shots).toMatchObject([
      { story: 'Shop/Card/Normal', locale: 'en', device: 'iphone', theme: 'light', problems: [] },
      { story: 'Shop/Card/Green' },
    ])
    const size = await sizeOf(join(root, 'a/b', shots[0]!.file))
    expect(size[0]).toBe(750)
  })

  it('ends with 1 and names what could not be drawn, and draws the rest', async () => {
    const root = await project({ ...shop, ...broken, 'bad.messages.tsx': 'export const = 1' })
    const { code, out, err } = await run(root, 'shot', '--locale', 'en')
    expect(code).toBe(1)
    expect(err).toContain('bad.messages.tsx:1')
    expect(err).toContain('en/Broken/None.iphone.light.png: Not drawn: ')
    expect(err).toContain('no tea left')
    expect(err).toContain('en/Broken/Rune.iphone.light.png: ')
    expect(err).toContain('ᛝ')
    expect(out).toContain('Wrote 3 pictures to shots. 1 picture could not be drawn.')
    expect(await readdir(join(root, 'shots/en/Shop/Card'))).toHaveLength(2)
  })

  it.each([
    ['there are no stories', ['shot', 'none/*.tsx'], 'No file matches none/*.tsx'],
    ['the device is unknown', ['shot', '--device', 'ipone'], 'iphone, android or simulator'],
    ['the theme is unknown', ['shot', '--theme', 'light,drak'], 'light or dark'],
    ['the scale is too large', ['shot', '--scale', '9'], 'from 0.5 to 4'],
    ['the text scale is no number', ['shot', '--text-scale', 'big'], 'from 0.5 to 4'],
    ['the locale is empty', ['shot', '--locale', 'ja,'], 'separated by commas'],
    ['an option is misspelt', ['shot', '--them', 'dark'], 'Did you mean --theme?'],
  ])('ends with 2 when %s', async (_, args, words) => {
    const { code, err, out } = await run(await project(shop), ...args)
    expect(err).toContain(words)
    expect(code).toBe(2)
    expect(out).toBe('')
  })

  it('names the locales when one is unknown', async () => {
    const { code, err } = await run(await project(shop), 'shot', '--locale', 'fr')
    expect(err).toContain('No story has the locale "fr". The locales are ja, en.')
    expect(code).toBe(2)
  })

  it('explains itself', async () => {
    const { code, out } = await run('.', 'shot', '--help')
    expect(code).toBe(0)
    expect(out).toContain('Exit codes')
    expect(out).toContain('--text-scale')
  })

  it('ends at Ctrl+C even while a story blocks', async () => {
    const { signal, files } = await interrupted('shot')
    expect(signal).toBe('SIGINT')
    expect(files).not.toContain('shots')
  })
})

describe('fukidashi preview --out', () => {
  it('writes the pages and says which to open', async () => {
    const root = await project(shop)
    const { code, out, err } = await run(root, 'preview', '--out', 'site', '--title', 'Teas')
    expect(err).toBe('')
    expect(out).toBe(`Wrote 4 pages. Open ${join('site', 'index.html')}.\n`)
    expect(code).toBe(0)
    expect(await readFile(join(root, 'site/index.html'), 'utf8')).toContain('<title>Teas</title>')
  })

  it('ends with 1 and names a file that cannot be loaded, and writes the rest', async () => {
    const root = await project({ ...shop, 'bad.messages.tsx': 'export const = 1' })
    const { code, out, err } = await run(root, 'preview', '--out', 'site')
    expect(code).toBe(1)
    expect(out).toContain('Wrote 4 pages.')
    expect(err).toContain('bad.messages.tsx:1')
  })

  it('does not replace a folder with other files', async () => {
    const root = await project({ ...shop, 'site/mine.txt': 'mine' })
    const { code, err } = await run(root, 'preview', '--out', 'site')
    expect(code).toBe(1)
    expect(err).toContain('fukidashi preview --out did not write')
    expect(await readdir(join(root, 'site'))).toEqual(['mine.txt'])
  })

  it('ends with 2 when there are no stories', async () => {
    const root = await project({ 'a.txt': '' })
    expect(await run(root, 'preview', '--out', 'site')).toMatchObject({ code: 2, out: '' })
  })

  it('explains itself', async () => {
    const { code, out } = await run('.', 'preview', '--help')
    expect(code).toBe(0)
    expect(out).toContain('--out')
  })

  it('ends at Ctrl+C even while a story blocks, and leaves nothing', async () => {
    const { signal, files } = await interrupted('preview', '--out', 'site')
    expect(signal).toBe('SIGINT')
    expect(files.filter((name) => name.startsWith('site'))).toEqual([])
  })
})
