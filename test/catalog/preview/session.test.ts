/** A preview follows the files of a project: what changed is rendered again, and nothing else. */
import { rm, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { shop } from '../support.js'
import { never, openSession, textOf } from './support.js'

const card = { file: 'card.messages.tsx', name: 'Normal' }

describe('the tree', () => {
  it('lists stories without running their files', async () => {
    const { session } = await openSession({
      ...shop,
      'evil.messages.tsx': `globalThis.hasRun = true
export const A = catalog.json({ title: 'Old/A', messages: [] })`,
    })
    const { files, name } = await session.project()
    expect(name).toBe('shop')
    expect(files).toEqual([
      {
        file: 'card.messages.tsx',
        isBroken: false,
        stories: [
          { name: 'Normal', title: 'Shop/Card', line: 4, column: 1 },
          { name: 'Green', title: 'Shop/Card', line: 5, column: 1 },
        ],
      },
      {
        file: 'evil.messages.tsx',
        isBroken: false,
        stories: [{ name: 'A', title: 'Old/A', line: 2, column: 1 }],
      },
    ])
    expect(globalThis).not.toHaveProperty('hasRun')
  })

  it('finds computed titles, and which exports are stories, when a file runs', async () => {
    const { session, events, story } = await openSession({
      ...shop,
      'late.messages.tsx': `import { catalog } from './catalog.js'
const title = ['Late', 'A'].join('/')
export const A = catalog.json({ title, messages: [{ type: 'text', text: 'a' }] })
export const other = title.toUpperCase()`,
    })
    const before = (await session.project()).files.at(-1)!
    expect(before.stories.map(({ name, title }) => [name, title])).toEqual([
      ['A', undefined],
      ['other', undefined],
    ])
    await story({ file: 'late.messages.tsx', name: 'A' })
    expect(events).toEqual([
      {
        event: 'files',
        data: [
          {
            file: 'late.messages.tsx',
            isBroken: false,
            stories: [{ name: 'A', title: 'Late/A', line: 3, column: 1 }],
          },
        ],
      },
    ])
  })

  it('follows files that are added, changed, broken and deleted', async () => {
    const { session, events, write, root } = await openSession(shop)
    const treeEvents = () => events.filter(({ event }) => event !== 'changed')
    const A = `export const A = catalog.json({ title: 'A', messages: [] })`
    await write('new.messages.tsx', A)
    await expect.poll(treeEvents).toHaveLength(1)
    await write(
      'new.messages.tsx',
      `${A}\nexport const B = catalog.json({ title: 'B', messages: [] })`,
    )
    await expect.poll(treeEvents).toHaveLength(2)
    await write('new.messages.tsx', `${A}\nexport const B = (`)
    await expect.poll(treeEvents).toHaveLength(3)
    const { files } = await session.project()
    expect(files.at(-1)).toMatchObject({
      isBroken: true,
      stories: [{ name: 'A' }, { name: 'B' }],
    })
    await rm(join(root, 'new.messages.tsx'))
    await expect
      .poll(() => events.at(-1))
      .toEqual({
        event: 'removed',
        data: { file: 'new.messages.tsx' },
      })
  })
})

describe('a change', () => {
  it('of a nested file reaches the story', async () => {
    const { story, write, reported } = await openSession({
      ...shop,
      'deep/words.ts': `export const buy = 'Buy'`,
      'deep/label.ts': `export { buy } from './words.js'`,
      'card.tsx': shop['card.tsx']
        .replace("label = 'Buy'", 'label = buy')
        .replace("from 'fukidashi'", "from 'fukidashi'\nimport { buy } from './deep/label.js'"),
    })
    expect(textOf(await story(card))).toContain('Buy お茶')
    await write('deep/words.ts', `export const buy = 'Order'`)
    await reported('card.messages.tsx')
    expect(textOf(await story(card))).toContain('Order お茶')
  })

  it('of a file behind a path alias reaches the story', async () => {
    const { story, write, reported } = await openSession({
      ...shop,
      'tsconfig.json': '{ "compilerOptions": { "paths": { "~/*": ["./source/*"] } } }',
      'source/words.ts': `export const buy = 'Buy'`,
      'card.tsx': shop['card.tsx']
        .replace("label = 'Buy'", 'label = buy')
        .replace("from 'fukidashi'", "from 'fukidashi'\nimport { buy } from '~/words'"),
    })
    expect(textOf(await story(card))).toContain('Buy お茶')
    await write('source/words.ts', `export const buy = 'Order'`)
    await reported('card.messages.tsx')
    expect(textOf(await story(card))).toContain('Order お茶')
  })

  it('of another package of a monorepo reaches the story', async () => {
    const words = `export const buy = 'Buy'`
    const opened = await openSession({
      ...shop,
      '../.packages/words/package.json':
        '{ "name": "words", "type": "module", "exports": "./index.ts" }',
      '../.packages/words/index.ts': words,
      'card.tsx': shop['card.tsx']
        .replace("label = 'Buy'", 'label = buy')
        .replace("from 'fukidashi'", "from 'fukidashi'\nimport { buy } from 'words'"),
    })
    const { story, write, reported, root } = opened
    await symlink(join(root, '../.packages/words'), join(root, 'node_modules/words'))
    expect(textOf(await story(card))).toContain('Buy お茶')
    await write('../.packages/words/index.ts', `export const buy = 'Order'`)
    await reported('card.messages.tsx')
    expect(textOf(await story(card))).toContain('Order お茶')
    await rm(join(root, '../.packages'), { recursive: true })
  })

  it('reaches only stories that import the file', async () => {
    const { story, write, changed } = await openSession({
      ...shop,
      'other.messages.tsx': `import { catalog } from './catalog.js'
export const A = catalog.json({ title: 'A', messages: [{ type: 'text', text: 'a' }] })`,
    })
    await story(card)
    await story({ file: 'other.messages.tsx', name: 'A' })
    await write('card.tsx', shop['card.tsx'].replace("'Please'", "'Hello'"))
    await expect.poll(changed).toContain('card.messages.tsx')
    expect(changed()).not.toContain('other.messages.tsx')
    await write(
      'other.messages.tsx',
      `import { catalog } from './catalog.js'
export const A = catalog.json({ title: 'A', messages: [{ type: 'text', text: 'b' }] })`,
    )
    await expect.poll(changed).toContain('other.messages.tsx')
  })

  it('of a JSON file reaches the story that reads it', async () => {
    const { story, write, reported } = await openSession({
      ...shop,
      'old.messages.ts': `import { catalog } from './catalog.js'
export const Old = catalog.json({ title: 'Old', file: new URL('./old.json', import.meta.url) })`,
      'old.json': '{ "type": "text", "text": "one" }',
    })
    const old = { file: 'old.messages.ts', name: 'Old' }
    expect(textOf(await story(old))).toContain('one')
    await write('old.json', '{ "type": "text", "text": "two" }')
    await reported('old.messages.ts')
    expect(textOf(await story(old))).toContain('two')
  })

  it('runs only the story that is open, however many others import the file', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 300 }, (_, i) => [
        `many/s${i}.messages.tsx`,
        `import { catalog } from '../catalog.js'
import { Card } from '../card.js'
globalThis.runs = (globalThis.runs ?? 0) + 1
export const A = catalog.component(Card, { title: 'Many/${i}' }).story({ props: { name: 'n${i}' } })`,
      ]),
    )
    const { story, write, reported } = await openSession({ ...shop, ...files })
    const counter = globalThis as { runs?: number }
    counter.runs = 0
    for (let i = 0; i < 300; i++) await story({ file: `many/s${i}.messages.tsx`, name: 'A' })
    expect(counter.runs).toBe(300)
    await write('card.tsx', shop['card.tsx'].replace("'Please'", "'Hello'"))
    await reported('many/s7.messages.tsx')
    const looked = await story({ file: 'many/s7.messages.tsx', name: 'A' })
    expect(textOf(looked)).toContain('Hello')
    expect(counter.runs).toBe(301)
    delete counter.runs
  })
})

it('names the line that threw in a component', async () => {
  const { story } = await openSession({
    ...shop,
    'card.tsx': `const priceOf = (name: string) => {
  throw new Error('no price for ' + name)
}
export const Card = ({ name }: { name: string }) => priceOf(name)
`,
  })
  const [render] = (await story(card)).renders
  expect(render!.problems).toMatchObject([
    { code: 'component_threw', source: expect.stringMatching(/^card\.tsx:\d+:\d+$/) as string },
  ])
})

describe('a syntax error', () => {
  const broken = shop['card.tsx'].replace('<Buttons altText', '<Buttons <altText')

  it('is shown with its place, until it is fixed', async () => {
    const { story, failure, write, reported } = await openSession(shop)
    await story(card)
    await write('card.tsx', broken)
    await reported('card.messages.tsx')
    expect(await failure(card)).toMatchObject({
      name: 'SyntaxError',
      place: { file: 'card.tsx', line: 3 },
      frame: { firstLine: 1 },
      stack: [],
    })
    await write('card.tsx', shop['card.tsx'])
    await reported('card.messages.tsx')
    expect(textOf(await story(card))).toContain('Sencha')
  })

  it('may be there from the beginning', async () => {
    const { story, failure, write, reported } = await openSession({ ...shop, 'card.tsx': broken })
    expect((await failure(card)).place).toMatchObject({ file: 'card.tsx', line: 3 })
    await write('card.tsx', shop['card.tsx'])
    await reported('card.messages.tsx')
    expect(textOf(await story(card))).toContain('Sencha')
  })

  it('of a missing file disappears when the file is there', async () => {
    const { 'card.tsx': component, ...rest } = shop
    const { story, failure, write, reported } = await openSession(rest)
    expect((await failure(card)).message).toContain('card.js')
    await write('card.tsx', component)
    await reported('card.messages.tsx')
    expect(textOf(await story(card))).toContain('Sencha')
  })
})

it('refuses files that are not story files', async () => {
  const { failure } = await openSession(shop)
  for (const file of ['card.tsx', '../support.ts', '/etc/passwd', 'toString'])
    expect((await failure({ file, name: 'Normal' })).message).toContain('no story file')
  for (const name of ['toString', '__proto__', 'card'])
    expect((await failure({ file: 'card.messages.tsx', name })).message).toContain(
      'exports no story',
    )
})

it('stops waiting for a file that never loads', async () => {
  const { failure, write, reported, story } = await openSession(
    { ...shop, 'slow.messages.tsx': `await new Promise(() => {})\nexport const A = later()` },
    { timeout: 50 },
  )
  const slow = { file: 'slow.messages.tsx', name: 'A' }
  expect((await failure(slow)).message).toContain('was not loaded after 50 ms')
  await write(
    'slow.messages.tsx',
    `import { catalog } from './catalog.js'
export const A = catalog.json({ title: 'A', messages: [{ type: 'text', text: 'quick' }] })`,
  )
  await reported('slow.messages.tsx')
  await expect.poll(async () => textOf(await story(slow).catch(() => never))).toContain('quick')
})
