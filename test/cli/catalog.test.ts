/** `fukidashi check` and `fukidashi build` as programs of their own. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { shop } from '../catalog/support.js'
import { useCatalogCommand } from './catalog-command.js'

const { project, run, start } = useCatalogCommand()

const wrong = {
  'wrong.messages.tsx': `import { catalog } from './catalog.js'
import { Card } from './card.js'
console.log('loading')
setInterval(() => {}, 1000)
export const Long = catalog.component(Card, { title: 'Long' }).story({ props: { name: 'a', label: 'x'.repeat(30) } })
`,
}

describe('fukidashi check', () => {
  it('ends with 0 when all stories are right', async () => {
    const { code, out } = await run(await project(shop), 'check')
    expect(out).toContain('Checked 2 stories in 2 locales: 0 errors, 0 warnings.')
    expect(code).toBe(0)
  })

  it('ends with 1 and names the line when one is wrong, although it left a timer open', async () => {
    const { code, out, err } = await run(await project({ ...shop, ...wrong }), 'check')
    expect(code).toBe(1)
    expect(out).toContain('card.tsx:5:5')
    expect(out).toContain('Long/Long (ja, en)')
    expect(out).not.toContain('loading')
    expect(err).toContain('loading')
  })

  it('ends with the line of a loop that never ends', async () => {
    const endless = {
      'endless.messages.tsx': `import { Text } from 'fukidashi'
import { catalog } from './catalog.js'

type Props = { words: string[] }
function Endless({ words }: Props) {
  let count = 0
  while (words.length > 0) count++
  return <Text>{count}</Text>
}
export const Words = catalog.component(Endless, { title: 'Words' }).story({ props: { words: ['a'] } })
`,
    }
    const root = await project({ ...shop, ...endless })
    const { code, signal, err } = await run(root, 'check', '--timeout', '500')
    expect([code, signal]).toEqual([null, 'SIGKILL'])
    expect(err).toMatch(/has been running for 2 s without a pause\. .* ends itself after 12 s\./)
    expect(err).toMatch(
      /\nfukidashi: endless\.messages\.tsx:7:\d+ has been running for 12 s .*The command ends\.\n$/,
    )
  })

  it('prints nothing but JSON with --format json', async () => {
    const { out } = await run(await project({ ...shop, ...wrong }), 'check', '--format', 'json')
    expect(JSON.parse(out)).toMatchObject({
      checked: { stories: 3 },
      problems: [{ locale: 'ja' }, { locale: 'en' }],
    })
  })

  it('checks JSON files without any story', async () => {
    const root = await project({ 'a.json': '{"type":"text","text":""}' })
    const { code, out } = await run(root, 'check', 'a.json')
    expect(code).toBe(1)
    expect(out).toContain('a.json:1:23')
    expect(out).toContain('a.json was read as: message.')
  })

  it.each([
    ['there are no stories', ['check'], 'There are no story files'],
    ['no file matches', ['check', 'none/*.tsx'], 'No file matches none/*.tsx'],
    ['the format is unknown', ['check', '--format', 'xml'], 'pretty, json, github, junit'],
    ['the time is no number', ['check', '--timeout', 'soon'], 'whole number'],
    ['an option is misspelt', ['check', '--formt', 'json'], 'Did you mean --format?'],
  ])('ends with 2 when %s', async (_, args, words) => {
    const { code, err, out } = await run(await project({ 'a.txt': '' }), ...args)
    expect(err).toContain(words)
    expect(code).toBe(2)
    expect(out).toBe('')
  })

  it('explains itself', async () => {
    const { code, out } = await run('.', 'check', '--help')
    expect(code).toBe(0)
    expect(out).toContain('fukidashi check messages/*.json')
    expect(out).toContain('Exit codes')
  })

  it('ends at Ctrl+C even while a story blocks', async () => {
    const root = await project({
      ...shop,
      'block.messages.ts': "console.log('blocking')\nfor (;;);",
    })
    const { child, ended } = start(root, 'check', 'block.messages.ts')
    await new Promise<void>((done) => {
      child.stderr.on('data', (data) => String(data).includes('blocking') && done())
    })
    child.kill('SIGINT')
    expect((await ended).signal).toBe('SIGINT')
  })

  it('removes what an interrupted run left, and nothing of one that is running', async () => {
    const root = await project(shop)
    const home = join(root, 'node_modules/.fukidashi')
    await mkdir(join(home, 'stories-999999999-abc'), { recursive: true })
    await mkdir(join(home, `stories-${process.pid}-abc`))
    expect((await run(root, 'check')).code).toBe(0)
    expect(await readdir(home)).toEqual([`stories-${process.pid}-abc`])
  })
})

describe('fukidashi build', () => {
  it('writes the catalog into a folder', async () => {
    const root = await project(shop)
    const { code, out } = await run(root, 'build', '--out', 'dist/messages')
    expect(out).toBe('Wrote 4 files to dist/messages.\n')
    expect(code).toBe(0)
    const file = join(root, 'dist/messages/en/Shop/Card/Normal.json')
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject([{ type: 'template' }])
  })

  it('writes nothing when a story is wrong', async () => {
    const root = await project({ ...shop, ...wrong })
    const { code, out, err } = await run(root, 'build')
    expect(code).toBe(1)
    expect(out).toBe('Nothing was written: 2 errors.\n')
    expect(err).toContain('card.tsx:5:5')
    expect(await readdir(root)).not.toContain('messages')
  })

  it('does not replace a folder with other files', async () => {
    const root = await project({ ...shop, 'messages/mine.txt': 'mine' })
    const { code, err } = await run(root, 'build')
    expect(code).toBe(1)
    expect(err).toContain('did not write')
    expect(await readFile(join(root, 'messages/mine.txt'), 'utf8')).toBe('mine')
  })

  it('ends with 2 when there are no stories', async () => {
    const root = await project({ 'a.txt': '' })
    await writeFile(join(root, 'b.json'), '{}')
    expect(await run(root, 'build')).toMatchObject({ code: 2, out: '' })
  })
})
