/** Which stories a file has is read from its syntax: nothing of it runs. */
import { describe, expect, it } from 'vitest'
import { createParser } from '../../../src/catalog/preview/parser.js'
import { readStories } from '../../../src/catalog/preview/read-stories.js'

const storiesIn = async (source: string) =>
  readStories('a.messages.tsx', source, await createParser())

const namesIn = async (source: string) =>
  (await storiesIn(source)).map(({ name, title }) => [name, title])

describe('titles', () => {
  it('takes those of components, chats, menus and JSON', async () => {
    expect(
      await namesIn(`
const card = catalog.component(Card, { title: 'Shop/Card', props: { a: <B /> } })
export const Normal = card.story({ props: { item } })
export const Own = card.story({ title: \`Shop/Own\` })
export const Menu = catalog.richMenu(MainMenu, { title: 'Menus / Main' }).story()
export const Chat = catalog.chat({ title: 'Chats/Order', bot, script: async () => {} })
export const Old = catalog.json({ title: 'Old', messages: [] })`),
    ).toEqual([
      ['Normal', 'Shop/Card'],
      ['Own', 'Shop/Own'],
      ['Menu', 'Menus/Main'],
      ['Chat', 'Chats/Order'],
      ['Old', 'Old'],
    ])
  })

  it('takes the name of the component where there is no title', async () => {
    expect(await namesIn('export const A = catalog.component(Card).story()')).toEqual([
      ['A', 'Card'],
    ])
  })

  it('leaves out titles that are computed', async () => {
    expect(
      await namesIn(`
export const A = catalog.json({ title: prefix + 'A', messages })
export const B = catalog.component(Card, shared).story()
export const C = catalog.component(Card, { ...shared }).story()
export const D = catalog.component(Card, { title: \`\${shop}/D\` }).story()
export const E = build()`),
    ).toEqual(['A', 'B', 'C', 'D', 'E'].map((name) => [name, undefined]))
  })

  it('follows constants, types and brackets', async () => {
    expect(
      await namesIn(`
const options = { title: 'A' } as const
const story = (catalog.json(options)) satisfies Story
export { story as First, type Other }
export default story`),
    ).toEqual([
      ['First', 'A'],
      ['default', 'A'],
    ])
  })
})

it('leaves out exports that are not stories', async () => {
  expect(
    await namesIn(`
export interface Props { a: string }
export type B = string
export const Card = () => <Text>hi</Text>
export function helper() {}
export class C {}
export const items = [1, 2]
export const item = { a: 1 }
export const count = 3
export const catalog = defineCatalog({})
export const card = catalog.component(Card)
export * from './other.js'
export { elsewhere } from './other.js'`),
  ).toEqual([])
})

it('does not run for ever if constants refer to each other', async () => {
  expect(await namesIn('const a = b\nconst b = a\nexport { a }')).toEqual([])
})

it('gives the line of each export', async () => {
  const stories = await storiesIn(
    `\n\nexport const A = catalog.json({ title: 'A' })\n  export const B = catalog.json({ title: 'B' })`,
  )
  expect(stories.map(({ line, column }) => [line, column])).toEqual([
    [3, 1],
    [4, 3],
  ])
})

it('says where the syntax is wrong', async () => {
  await expect(storiesIn('export const A =\n  (')).rejects.toMatchObject({
    name: 'SyntaxError',
    loc: { file: 'a.messages.tsx', line: 2 },
  })
})
