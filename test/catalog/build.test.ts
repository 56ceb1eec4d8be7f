/** The catalog as files. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { buildCatalog } from '../../src/catalog/node/index.js'
import { project, shop } from './support.js'

const files = {
  ...shop,
  'more.messages.tsx': `import { createBot } from 'fukidashi/webhook'
import { catalog } from './catalog.js'
export const 茶 = catalog.json({ title: 'Old / ../Menu?', messages: { type: 'text', text: 'a' }, locales: ['ja'], endpoint: 'push' })
export const Chat = catalog.chat({ title: 'Chat', bot: createBot({ channelSecret: 's' }), script: (aki) => aki.says('hi') })
`,
}

const readJson = async (path: string): Promise<unknown> => JSON.parse(await readFile(path, 'utf8'))

it('a build has one file for each story and locale, and a list of them', async () => {
  const root = await project(files)
  const out = join(root, 'out')
  const { manifest } = await buildCatalog({ root, out })
  expect(await readJson(join(out, 'manifest.json'))).toEqual(manifest)
  expect(manifest).toMatchObject({
    version: 1,
    locales: ['ja', 'en'],
    stories: [
      {
        id: 'Shop/Card/Normal',
        title: 'Shop/Card',
        name: 'Normal',
        kind: 'messages',
        files: { ja: 'ja/Shop/Card/Normal.json', en: 'en/Shop/Card/Normal.json' },
      },
      { id: 'Shop/Card/Green' },
      { endpoint: 'push', files: { ja: 'ja/Old/story/Menu/茶.json' } },
      { kind: 'chat', files: { ja: 'ja/Chat/Chat.txt' } },
    ],
  })
  for (const { files: written } of manifest!.stories)
    for (const file of Object.values(written))
      expect((await readFile(join(out, file), 'utf8')).length).toBeGreaterThan(1)
  expect(await readJson(join(out, 'en/Shop/Card/Normal.json'))).toMatchObject([
    { type: 'template', template: { text: 'Please Tea' } },
  ])
})

it('a build has types that name stories and locales', async () => {
  const root = await project(files)
  const out = join(root, 'out')
  await buildCatalog({ root, out })
  const types = await readFile(join(out, 'catalog.d.ts'), 'utf8')
  expect(types).toContain('"Shop/Card/Normal": Message[]')
  expect(types).toMatch(/Locale =\s+\| "ja"\s+\| "en"/)
})

it('replaces what it wrote before, and nothing else', async () => {
  const root = await project(files)
  const out = join(root, 'out')
  await buildCatalog({ root, out })
  await writeFile(join(out, 'ja', 'stale.json'), '')
  await buildCatalog({ root, out, patterns: ['card.messages.tsx'] })
  expect(await readdir(join(out, 'ja'))).toEqual(['Shop'])
  expect((await readdir(root)).filter((name) => name.startsWith('out'))).toEqual(['out'])
  await expect(buildCatalog({ root, out: root })).rejects.toMatchObject({ code: 'folder_occupied' })
  await expect(buildCatalog({ root, out: join(root, 'card.tsx') })).rejects.toMatchObject({
    code: 'folder_occupied',
  })
})

it('removes what an interrupted build left beside it, and nothing else', async () => {
  const root = await project(files)
  const left = ['out.999999999.new', 'out.999999999.old']
  const others = [`out.${process.pid}.mine`, 'out.notes.new', 'out2.999999999.new']
  for (const name of [...left, ...others]) await mkdir(join(root, name, 'ja'), { recursive: true })
  await buildCatalog({ root, out: join(root, 'out') })
  const names = await readdir(root)
  expect(names).toEqual(expect.arrayContaining(['out', ...others]))
  expect(names.filter((name) => left.includes(name))).toEqual([])
})

it('a build has the messages of chats, beside their transcripts', async () => {
  const root = await project(files)
  const out = join(root, 'out')
  const { manifest } = await buildCatalog({ root, out })
  const chat = manifest!.stories.find(({ kind }) => kind === 'chat')!
  expect(chat.chats).toEqual({ ja: 'ja/Chat/Chat.chat.json', en: 'en/Chat/Chat.chat.json' })
  expect(await readJson(join(out, chat.chats!['en']!))).toMatchObject({
    entries: [{ kind: 'message', from: 'me', message: { type: 'text', text: 'hi' } }],
  })
})

it('keeps going if asked to, and names what is missing', async () => {
  const root = await project({
    ...shop,
    'bad.messages.ts': 'export const = 1',
    'broken.messages.ts': `import { catalog } from './catalog.js'
export const Broken = catalog.component((): never => { throw new Error('no tea') }, { title: 'Broken', locales: ['en'] }).story()
`,
  })
  const out = join(root, 'out')
  const { manifest } = await buildCatalog({ root, out, keepGoing: true })
  expect(await readJson(join(out, 'manifest.json'))).toEqual(manifest)
  expect(manifest!.stories).toMatchObject([
    { id: 'Broken/Broken', files: {} },
    { id: 'Shop/Card/Normal', source: 'card.messages.tsx' },
    { id: 'Shop/Card/Green' },
  ])
  expect(manifest!.failures).toMatchObject([
    { sources: ['bad.messages.ts'] },
    { story: 'Broken/Broken', locale: 'en', sources: ['broken.messages.ts'] },
  ])
  expect(manifest!.failures![1]!.message).toContain('no tea')
})

it('a build is not written when a story has an error', async () => {
  const root = await project({
    ...shop,
    'long.messages.tsx': `import { catalog } from './catalog.js'
export const Long = catalog.json({ title: 'Long', messages: { type: 'text', text: '' } })
`,
  })
  await mkdir(join(root, 'out'))
  const { manifest, report } = await buildCatalog({ root, out: join(root, 'out') })
  expect(manifest).toBeUndefined()
  expect(report.findings).toMatchObject([{ code: 'empty' }, { code: 'empty' }])
  expect(await readdir(join(root, 'out'))).toEqual([])
})
