/** Stories of components, JSON and rich menus. */
import { writeFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { Area, Buttons, MessageAction, Postback, RichMenu, Text } from 'fukidashi'
import { CatalogError, defineCatalog, isStory } from 'fukidashi/catalog'
import { temporaryFolder } from './support.js'

interface Words {
  t: (key: string) => string
}

const words: Record<string, string> = { ja: 'お茶', th: 'ชา', en: 'Tea' }
const catalog = defineCatalog({
  locales: ['ja', 'th', 'en'],
  context: (locale): Words => ({ t: (key) => `${key} ${words[locale]!}` }),
  account: { name: 'Tea shop' },
})

const Card = ({ name, shop }: { name: string; shop: string }, { t }: Words) => (
  <Buttons altText={name} title={name}>
    {t(shop)}
    <Postback label={t('Buy')} data="buy" />
  </Buttons>
)

describe('stories of a component', () => {
  const card = catalog.component(Card, {
    title: 'Shop / Card',
    props: { shop: 'Our' },
    endpoint: 'push',
    to: 'user',
  })

  it('renders in the locale that is asked for, in the first by default', async () => {
    const story = card.story({ props: { name: 'Sencha' } })
    expect(await story.render({ locale: 'th' })).toMatchObject([
      { template: { title: 'Sencha', text: 'Our ชา', actions: [{ label: 'Buy ชา' }] } },
    ])
    expect(await story.render()).toMatchObject([{ template: { text: 'Our お茶' } }])
  })

  it('takes its own props over those of the component', async () => {
    const story = card.story({ props: { name: 'Sencha', shop: 'Your' } })
    expect(await story.render()).toMatchObject([{ template: { text: 'Your お茶' } }])
  })

  it('has its title, its recipient and its locales', () => {
    const story = card.story({ props: { name: 'a' }, locales: ['en', 'th'], to: 'group' })
    expect(isStory(story)).toBe(true)
    expect(story).toMatchObject({
      title: 'Shop/Card',
      kind: 'messages',
      endpoint: 'push',
      to: 'group',
      locales: ['th', 'en'],
      account: { name: 'Tea shop' },
    })
  })

  it('waits for asynchronous components and contexts', async () => {
    const slow = defineCatalog({
      locales: ['ja'],
      context: (locale) => Promise.resolve({ t: () => locale }),
    })
    const Later = async (_: object, { t }: { t: () => string }) =>
      Promise.resolve(<Text>{t()}</Text>)
    const story = slow.component(Later, { title: 'Later' }).story()
    expect(await story.render()).toEqual([{ type: 'text', text: 'ja' }])
  })

  it('is named after its component without a title', () => {
    expect(catalog.component(Card).story({ props: { name: 'a', shop: 'b' } }).title).toBe('Card')
  })

  it('needs no locales and no context', async () => {
    const Hello = () => <Text>hello</Text>
    const story = defineCatalog().component(Hello, { title: 'Hello' }).story()
    expect(story.locales).toEqual(['default'])
    expect(await story.render()).toEqual([{ type: 'text', text: 'hello' }])
  })

  it('throws what LINE would refuse, with the component, and gives it as data', async () => {
    const story = card.story({ props: { name: 'x'.repeat(41) } })
    await expect(story.render({ locale: 'en' })).rejects.toMatchObject({
      name: 'LineValidationError',
      problems: [{ code: 'too_long', path: 'messages[0].template.title' }],
    })
    const checked = await story.check({ locale: 'en' })
    expect(checked).toMatchObject({
      locale: 'en',
      problems: [{ code: 'too_long', component: '<Card> › <Buttons>' }],
      output: [{ template: { title: 'x'.repeat(41) } }],
    })
  })

  it('gives the error of a component and of a context as a problem', async () => {
    const Broken = () => {
      throw new Error('no tea today')
    }
    const { problems, output } = await catalog.component(Broken, { title: 'B' }).story().check()
    expect(problems).toMatchObject([
      { code: 'component_threw', message: expect.stringContaining('no tea today') as string },
    ])
    expect(output).toBeUndefined()
    const silent = defineCatalog({
      context: (): object => {
        throw new Error('no words')
      },
    })
    const story = silent.component(() => <Text>a</Text>, { title: 'A' }).story()
    expect((await story.check()).problems).toMatchObject([
      { message: expect.stringContaining('no words') as string },
    ])
    await expect(story.render()).rejects.toThrow('no words')
  })
})

describe('stories of rich menus', () => {
  const Menu = ({ wide }: { wide: boolean }, { t }: Words) => (
    <RichMenu
      size={{ width: 2500, height: wide ? 843 : 1686 }}
      selected
      name="m"
      chatBarText={t('')}
    >
      <Area x={0} y={0} width={2500} height={843}>
        <MessageAction label={t('See')} text="see" />
      </Area>
    </RichMenu>
  )

  it('gives the JSON of the menu in each locale', async () => {
    const story = catalog.richMenu(Menu, { title: 'Menu' }).story({ props: { wide: true } })
    expect(story.kind).toBe('rich-menu')
    expect(await story.render({ locale: 'en' })).toMatchObject({
      size: { width: 2500, height: 843 },
      chatBarText: ' Tea',
      areas: [{ action: { type: 'message', label: 'See Tea' } }],
    })
  })

  it('reports the problems of the menu', async () => {
    const Long = () => (
      <RichMenu
        size={{ width: 2500, height: 843 }}
        selected
        name="m"
        chatBarText={'x'.repeat(15)}
        areas={[]}
      />
    )
    const story = catalog.richMenu(Long, { title: 'Long' }).story()
    expect((await story.check()).problems).toMatchObject([
      { code: 'too_long', path: 'chatBarText' },
    ])
    await expect(story.render()).rejects.toMatchObject({ name: 'LineValidationError' })
  })
})

describe('stories of JSON', () => {
  const text = { type: 'text', text: 'hi' }

  it.each([
    ['a message', text],
    ['a list', [text]],
    ['the body of a request', { to: 'U1', messages: [text] }],
  ])('takes %s', async (_, messages) => {
    expect(await catalog.json({ title: 'Old', messages }).render()).toEqual([text])
  })

  it('takes a Flex container', async () => {
    const bubble = {
      type: 'bubble',
      body: { type: 'box', layout: 'vertical', contents: [{ type: 'text', text: 'hi' }] },
    }
    expect(await catalog.json({ title: 'Old', messages: bubble }).render()).toMatchObject([
      { type: 'flex', contents: bubble },
    ])
  })

  it('reads a file each time it is rendered', async () => {
    const file = `${await temporaryFolder()}/menu.json`
    const story = catalog.json({ title: 'Old', file: pathToFileURL(file) })
    await expect(story.render()).rejects.toMatchObject({ code: 'file_unreadable' })
    await writeFile(file, JSON.stringify(text))
    expect(await story.render()).toEqual([text])
    await writeFile(file, '{')
    expect((await story.check()).problems).toMatchObject([
      { message: expect.stringContaining('menu.json') as string },
    ])
  })

  it('needs messages or a file, and not both', () => {
    expect(() => catalog.json({ title: 'Old' })).toThrow('messages or file')
    expect(() => catalog.json({ title: 'Old', messages: text, file: 'a.json' })).toThrow('not both')
  })
})

describe('mistakes', () => {
  const untyped = catalog as unknown as Record<string, (...args: unknown[]) => unknown>
  const Card = () => <Text>a</Text>

  it.each([
    [
      'a misspelt option of the catalog',
      () => defineCatalog({ local: ['ja'] } as object),
      'locales',
    ],
    ['no locale at all', () => defineCatalog({ locales: [] }), 'at least one'],
    ['a locale twice', () => defineCatalog({ locales: ['ja', 'ja'] }), 'twice'],
    ['a locale that is no name', () => defineCatalog({ locales: ['../ja'] }), '"../ja"'],
    ['a context that is no function', () => defineCatalog({ context: {} as never }), 'function'],
    ['a misspelt option', () => untyped['component']!(Card, { titel: 'x' }), 'Did you mean title'],
    ['an element for a component', () => untyped['component']!(<Card />), 'ItemCard'],
    ['a component that was not imported', () => untyped['component']!(undefined), 'import'],
    [
      'an empty level in a title',
      () => catalog.component(Card, { title: 'a//b' }).story(),
      'title',
    ],
    [
      'a locale of another catalog',
      () => catalog.component(Card, { locales: ['de' as 'ja'] }).story(),
      'de',
    ],
  ])('refuses %s', (_, act, words) => {
    expect(act).toThrow(CatalogError)
    expect(act).toThrow(words)
  })

  it('refuses a locale that the story does not have', async () => {
    const story = catalog.component(Card, { title: 'a', locales: ['ja'] }).story()
    await expect(story.render({ locale: 'th' })).rejects.toMatchObject({ code: 'locale_unknown' })
    await expect(story.check({ locale: 'th' })).rejects.toThrow('It has ja.')
  })
})
