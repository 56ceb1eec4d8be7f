/** `fukidashi diff` as a program of its own, over a real history. */
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { commit, git, repository } from '../catalog/history.js'
import { shop } from '../catalog/support.js'
import { useCatalogCommand } from './catalog-command.js'

const { project, run, start } = useCatalogCommand()

const menus = {
  'menus.messages.tsx': `import { catalog } from './catalog.js'
import { Area, MessageAction, RichMenu } from 'fukidashi'
import { createBot } from 'fukidashi/webhook'
import { label } from './label.js'
const bot = createBot({ channelSecret: 's' })
bot.on('message:text', (ctx) => ctx.reply(label))
export const Chat = catalog.chat({ title: 'Chat', bot, script: (aki) => aki.says('hi'), locales: ['en'] })
export const Menu = catalog.richMenu(() => (
  <RichMenu size={{ width: 2500, height: 843 }} selected name="main" chatBarText="Menu">
    <Area x={0} y={0} width={2500} height={843}><MessageAction label={label} text="tea" /></Area>
  </RichMenu>
), { title: 'Menu', locales: ['en'] }).story()
export const Old = catalog.json({ title: 'Old', messages: { type: 'text', text: 'old' }, locales: ['en'] })
`,
  'label.ts': `export const label = 'Tea'\n`,
}

/** Three commits: the second does not run, in the third some stories are changed, new and removed. */
async function history(broken: Readonly<Record<string, string>>): Promise<string> {
  const root = await project({})
  await repository(root)
  await commit(root, { ...shop, ...menus }, 'first')
  await commit(root, broken, 'second')
  await commit(
    root,
    {
      ...shop,
      'label.ts': `export const label = 'Hojicha'\n`,
      'menus.messages.tsx': menus['menus.messages.tsx'].replace(/^export const Old.*\n/m, ''),
      'card.messages.tsx': `${shop['card.messages.tsx'].replace("'Green tea'", "'Matcha'")}
export const New = card.story({ props: { name: 'New tea' }, locales: ['ja'] })
`,
    },
    'third',
  )
  return root
}

/** A catalog that does something when it is loaded. */
const catalogWith = (code: string) => ({ 'catalog.ts': `${shop['catalog.ts']}\n${code}\n` })

const syntaxError = { 'catalog.ts': 'export const catalog = <' }

/** Temporary folders of this command that belong to a process. */
const leftOf = async (pid: number | undefined) =>
  (await readdir(tmpdir())).filter((name) => name.startsWith(`fukidashi-diff-${pid}-`))

/** Nothing is left of a run: neither files nor a worktree in git's list. */
async function expectNothingLeft(root: string, pid: number | undefined): Promise<void> {
  expect(await leftOf(pid)).toEqual([])
  expect(git(root, 'worktree', 'list').trim().split('\n')).toHaveLength(1)
  expect(git(root, 'status', '--porcelain')).toBe('')
}

interface Json {
  before: { commit: string; failure?: string }
  stories: { id: string; kind: string; locales: { locale: string; pictures?: object }[] }[]
  unchanged: number
  uncompared: { side: string; subject: string }[]
}

describe('over three commits', () => {
  it('reports changed, new and removed messages of all kinds, with pictures', async () => {
    const root = await history(syntaxError)
    const { child, ended } = start(root, 'diff', 'first', '--out', 'report', '--json')
    const { code, out, err } = await ended
    expect(err).toBe('')
    expect(code).toBe(0)
    const { stories, unchanged, before } = JSON.parse(out) as Json
    expect(before.commit).toBe(git(root, 'rev-parse', 'first').trim())
    expect(stories.map(({ id, kind }) => `${kind} ${id}`)).toEqual([
      'changed Shop/Card/Green',
      'new Shop/Card/New',
      'changed Chat/Chat',
      'changed Menu/Menu',
      'removed Old/Old',
    ])
    expect(unchanged).toBe(1)
    const pictures = (await readdir(join(root, 'report/pictures'))).sort()
    expect(pictures).toContain('001-Green-ja-before.png')
    expect(pictures).toContain('001-Green-ja-after.png')
    expect(pictures).toContain('001-Green-ja-difference.png')
    // Twice Green, chat and menu in three pictures; one of the new and one of the removed story.
    expect(pictures).toHaveLength(4 * 3 + 2)

    const markdown = await readFile(join(root, 'report/report.md'), 'utf8')
    expect(markdown).toContain('3 changed, 1 new, 1 removed; 1 unchanged.')
    expect(markdown).toContain('- <Buttons altText="Green tea"')
    expect(markdown).toContain('+ <Buttons altText="Matcha"')
    expect(markdown).toContain('- bot: Tea\n+ bot: Hojicha')
    expect(markdown).toContain('src="pictures/001-Green-ja-before.png"')
    const html = await readFile(join(root, 'report/report.html'), 'utf8')
    expect(html).toContain('data:image/png;base64,')
    expect(html).not.toContain('<script')
    await expectNothingLeft(root, child.pid)
  })

  it('compares with the files as they are, not only with what is committed', async () => {
    const root = await history(syntaxError)
    await writeFile(join(root, 'label.ts'), `export const label = 'Genmaicha'\n`)
    const { code, out } = await run(root, 'diff', 'HEAD', 'menus.messages.tsx')
    expect(code).toBe(0)
    expect(out).toContain('changed  Menu/Menu (en)')
    expect(out).toContain('label="Genmaicha"')
    expect(out).toContain('2 changed; 0 unchanged.')
    expect(await readdir(root)).not.toContain('report')
  })

  it.each([
    ['has a syntax error in a file that all stories import', syntaxError, /catalog\.ts|card\.mess/],
    ['ends the process', catalogWith(`console.error('bye')\nprocess.exit(0)`), /bye/],
    ['throws', catalogWith(`throw new Error('no database')`), /no database/],
    ['uses a package that is gone', catalogWith(`import 'no-such-package'`), /no-such-package/],
  ])('names a commit that %s, and goes on', async (_, broken, reason) => {
    const root = await history(broken)
    const { child, ended } = start(root, 'diff', 'second', '--out', 'report', '--exit-code')
    const { code, out } = await ended
    expect(code).toBe(1)
    expect(out).toMatch(reason)
    expect(out).not.toMatch(/^new {6}/m)
    expect(await readFile(join(root, 'report/report.md'), 'utf8')).toMatch(reason)
    await expectNothingLeft(root, child.pid)
  })

  it('ends with 1 and the reason when the project itself cannot be built', async () => {
    const root = await history(syntaxError)
    const { 'catalog.ts': catalog } = catalogWith(`console.error('out of tea')\nprocess.exit(0)`)
    await writeFile(join(root, 'catalog.ts'), catalog)
    const { code, err } = await run(root, 'diff', 'first')
    expect(code).toBe(1)
    expect(err).toContain('The messages of the project cannot be built.')
    expect(err).toContain('out of tea')
  })

  it('says with --exit-code whether something changed', async () => {
    const root = await history(syntaxError)
    expect((await run(root, 'diff', 'first', '--exit-code')).code).toBe(1)
    const { code, out } = await run(root, 'diff', 'HEAD', '--exit-code')
    expect(out).toBe('No change in 5 stories.\n')
    expect(code).toBe(0)
  })

  it('compares with the commit at which the branch began', async () => {
    const root = await history(syntaxError)
    git(root, 'checkout', '-q', '-b', 'work')
    await commit(root, { 'label.ts': `export const label = 'Mine'\n` }, 'mine')
    git(root, 'checkout', '-q', 'main')
    await commit(root, { 'card.tsx': shop['card.tsx'].replace('buy', 'get') }, 'theirs')
    git(root, 'checkout', '-q', 'work')
    const { out } = await run(root, 'diff', 'main', '--merge-base', '--json')
    expect((JSON.parse(out) as Json).stories.map(({ id }) => id)).toEqual([
      'Chat/Chat',
      'Menu/Menu',
    ])
  })
})

it('uses the packages of a workspace as they were, and installed ones as they are', async () => {
  const root = await project({})
  await repository(root)
  const labels = (text: string) => ({
    'packages/labels/package.json': `{"name":"@shop/labels","type":"module","exports":"./index.ts"}`,
    'packages/labels/index.ts': `export const label = '${text}'\n`,
  })
  await mkdir(join(root, 'node_modules/@shop'), { recursive: true })
  await symlink('../../packages/labels', join(root, 'node_modules/@shop/labels'))
  await mkdir(join(root, 'app/node_modules/only-here'), { recursive: true })
  await writeFile(join(root, 'app/node_modules/only-here/index.js'), `export const shop = 'Kyoto'`)
  await writeFile(
    join(root, 'app/node_modules/only-here/package.json'),
    '{"name":"only-here","type":"module","exports":"./index.js"}',
  )
  const story = `import { defineCatalog } from 'fukidashi/catalog'
import { label } from '@shop/labels'
import { shop } from 'only-here'
export const Label = defineCatalog().json({ title: 'Label', messages: { type: 'text', text: label + shop } })
`
  await commit(root, { ...labels('Tea'), 'app/label.messages.ts': story }, 'first')
  await commit(root, labels('Matcha'), 'second')
  const { out } = await run(join(root, 'app'), 'diff', 'first')
  expect(out).toContain('- <Text>TeaKyoto</Text>')
  expect(out).toContain('+ <Text>MatchaKyoto</Text>')
})

describe('wrong and hostile arguments', () => {
  it('are refused before anything runs', async () => {
    const root = await history(syntaxError)
    const names = [
      '--upload-pack=touch hacked',
      '$(touch hacked)',
      'main\nmain',
      'no-such-branch',
      '',
      'HEAD^{tree}',
    ]
    for (const name of names) {
      const { code, err } = await run(root, 'diff', '--', name)
      expect(err).toContain('is neither a commit of this repository nor a folder')
      expect(code).toBe(2)
    }
    expect(await readdir(root)).not.toContain('hacked')
  })

  it('do not run hooks of the repository', async () => {
    const root = await history(syntaxError)
    const hook = join(root, '.git/hooks/post-checkout')
    await mkdir(join(root, '.git/hooks'), { recursive: true })
    await writeFile(hook, `#!/bin/sh\ntouch '${root}/hacked'\n`, { mode: 0o755 })
    expect((await run(root, 'diff', 'first')).code).toBe(0)
    expect(existsSync(join(root, 'hacked'))).toBe(false)
  })

  it.each([
    ['there is no commit', ['diff'], 'missing required argument'],
    [
      'the device is unknown',
      ['diff', 'HEAD', '--device', 'ipone'],
      'iphone, android or simulator',
    ],
    ['an option is misspelt', ['diff', 'HEAD', '--ou', 'a'], 'Did you mean --out?'],
  ])('end with 2 when %s', async (_, args, words) => {
    const { code, err, out } = await run('.', ...args)
    expect(err).toContain(words)
    expect(code).toBe(2)
    expect(out).toBe('')
  })

  it('do not replace a folder with other files', async () => {
    const root = await history(syntaxError)
    await mkdir(join(root, 'mine'))
    await writeFile(join(root, 'mine/mine.txt'), 'mine')
    const { code, err } = await run(root, 'diff', 'first', '--out', 'mine')
    expect(code).toBe(1)
    expect(err).toContain('did not write')
    expect(await readdir(join(root, 'mine'))).toEqual(['mine.txt'])
  })
})

it('explains itself', async () => {
  const { code, out } = await run('.', 'diff', '--help')
  expect(code).toBe(0)
  expect(out).toContain('Exit codes')
  expect(out).toContain('<folder before> <folder after>')
})

describe('interruptions', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('by %s leave nothing', async (signal) => {
    const root = await history(catalogWith('for (;;);'))
    const { child, ended } = start(root, 'diff', 'second', '--out', 'report')
    await expect.poll(() => git(root, 'worktree', 'list').split('\n').length).toBeGreaterThan(2)
    await expect.poll(async () => (await leftOf(child.pid)).length).toBe(1)
    child.kill(signal)
    expect((await ended).signal).toBe(signal)
    await expectNothingLeft(root, child.pid)
    expect(await readdir(root)).not.toContain('report')
  })

  it('by a crash or kill are cleaned up by the next run', async () => {
    // It ends by itself, as nothing else ends it.
    const wait = 'await new Promise((done) => setTimeout(done, 15_000))'
    const root = await history(catalogWith(wait))
    const { child, ended } = start(root, 'diff', 'second')
    await expect.poll(() => git(root, 'worktree', 'list').split('\n').length).toBeGreaterThan(2)
    child.kill('SIGKILL')
    await ended
    expect(await leftOf(child.pid)).toHaveLength(1)
    const next = start(root, 'diff', 'first')
    expect((await next.ended).code).toBe(0)
    await expectNothingLeft(root, child.pid)
    await expectNothingLeft(root, next.child.pid)
  })
})

describe('two folders', () => {
  it('of fukidashi build are compared without git', async () => {
    const root = await project({ ...shop, ...menus })
    expect((await run(root, 'build', '--out', 'a')).code).toBe(0)
    await writeFile(join(root, 'label.ts'), `export const label = 'Hojicha'\n`)
    expect((await run(root, 'build', '--out', 'b')).code).toBe(0)
    const { code, out } = await run(root, 'diff', 'a', 'b', '--out', 'report')
    expect(out).toContain('changed  Chat/Chat (en)')
    expect(out).toContain('2 changed; 3 unchanged.')
    expect(code).toBe(0)
    expect((await readdir(join(root, 'report/pictures'))).length).toBe(6)
  })

  it('are both needed', async () => {
    const root = await project(shop)
    await run(root, 'build', '--out', 'a')
    for (const args of [['a'], ['a', 'none'], ['a', 'a', 'a']]) {
      const { code, err } = await run(root, 'diff', ...args)
      expect(err).toContain('Pass one more such folder')
      expect(code).toBe(2)
    }
  })

  it('cannot name files outside of them', async () => {
    const root = await project(shop)
    await run(root, 'build', '--out', 'a')
    await run(root, 'build', '--out', 'b')
    const path = join(root, 'b/manifest.json')
    const text = await readFile(path, 'utf8')
    await writeFile(path, text.replace('en/Shop/Card/Normal.json', '../card.tsx'))
    const { code, err } = await run(root, 'diff', 'a', 'b')
    expect(err).toContain('outside of the folder')
    expect(code).toBe(1)
  })
})
