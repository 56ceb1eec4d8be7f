/** Menus that cannot be defined or deployed, and what their authors read. */
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { Area, MessageAction, Text } from '../../src/components/index.js'
import {
  destroyRichMenus,
  linkUsers,
  RichMenu,
  richMenus,
  type RichMenusOptions,
  syncRichMenus,
} from '../../src/rich-menu/index.js'
import { makeMenu, caller } from '../emulator/support.js'
import {
  account,
  addUsers,
  countWrites,
  lookOf,
  Menu,
  picture,
  stateOf,
  twoMenus,
} from './support.js'

const menu = <Menu look="a" tab="home" />
const define = (more: Partial<RichMenusOptions>) =>
  richMenus({ owner: 'teahouse', menus: { home: menu }, ...more })

describe('a definition is refused', () => {
  it.each<[string, Partial<RichMenusOptions>, string]>([
    ['with a slash in its owner', { owner: 'a/b' }, 'owner: "a/b" is not permitted'],
    ['with an empty owner', { owner: '' }, 'owner: "" is not permitted'],
    ['with capital letters in a key', { menus: { Home: menu } }, '"Home" cannot be the key'],
    ['with an empty key', { menus: { '': menu } }, '"" cannot be the key'],
    ['with a long key', { menus: { ['a'.repeat(33)]: menu } }, 'cannot be the key'],
    ['with an empty locale', { menus: { 'home.': menu } }, 'cannot be the key'],
    ['with two locales', { menus: { 'home.ja.en': menu } }, 'cannot be the key'],
    [
      'with two keys of the same alias',
      { menus: { 'home-ja': menu, 'home.ja': menu } },
      'The keys home-ja and home.ja have the same alias, home-ja.',
    ],
    [
      'with a locale that makes such a key',
      { menus: { home: menu, 'home-ja': menu }, locales: { ja: {} } },
      'have the same alias, home-ja',
    ],
    ['with an unknown default', { default: 'shop' }, 'default: there is no menu "shop"'],
    ['with an unknown option', { menu: {} } as never, 'menu is not an option. Did you mean menus?'],
    ['without menus', { menus: undefined as never }, 'menus: use an object'],
  ])('%s', (_, more, message) => {
    expect(() => define(more)).toThrow(
      expect.objectContaining({
        name: 'RichMenuError',
        code: 'option_invalid',
        message: expect.stringContaining(message) as string,
      }) as Error,
    )
  })
})

describe('a menu is refused', () => {
  const area = (
    <Area x={0} y={0} width={9} height={9}>
      <MessageAction text="a" />
    </Area>
  )
  const large = picture('a')
  it.each<[string, unknown, string]>([
    [
      'without a picture',
      <RichMenu chatBarText="a">{area}</RichMenu>,
      'The menu home has no picture',
    ],
    [
      'with the picture of another size',
      <RichMenu chatBarText="a" size="compact" picture={large} />,
      'The menu home: LINE would refuse this image: it is 2500×1686, but the menu is 2500×843',
    ],
    [
      'with a picture that is none',
      <RichMenu chatBarText="a" picture={new Uint8Array(9)} />,
      'neither PNG nor JPEG',
    ],
    [
      'with a file that is missing',
      <RichMenu chatBarText="a" picture="./nothing.png" />,
      'The picture of the menu home, ./nothing.png, cannot be read: ENOENT',
    ],
    [
      'with a picture of another kind',
      <RichMenu chatBarText="a" picture={5 as never} />,
      'use a path, a URL of a file, or bytes',
    ],
    ['with a long bar', <RichMenu chatBarText={'a'.repeat(15)} picture={large} />, 'at most 14'],
    [
      'with text in it',
      <RichMenu chatBarText="a" picture={large} {...({ children: 'a' } as object)} />,
      'text is not permitted in <RichMenu>',
    ],
    [
      'with a message in it',
      <RichMenu chatBarText="a" picture={large}>
        <Text>a</Text>
      </RichMenu>,
      '<Text> is not permitted in <RichMenu>',
    ],
    [
      'with an unknown size',
      <RichMenu chatBarText="a" size={'big' as never} picture={large} />,
      "'large', 'compact'",
    ],
    [
      'with too many areas',
      <RichMenu chatBarText="a" picture={large}>
        {Array(21).fill(area)}
      </RichMenu>,
      'at most 20',
    ],
  ])('%s, before anything is sent', async (_, node, message) => {
    const { line, client } = account()
    const menus = define({ menus: { home: node as never } })
    await expect(syncRichMenus(client(), menus)).rejects.toThrow(message)
    expect(line.calls).toEqual([])
  })

  it('whose tab leads to an alias that does not exist', async () => {
    const { line, sync } = account()
    const menus = define({ menus: { home: <Menu look="a" tab="shopp" /> } })
    await expect(sync(menus)).rejects.toMatchObject({
      code: 'alias_missing',
      message:
        'home switches to the alias shopp, which does not exist. Aliases of these menus: home.',
    })
    expect(countWrites(line)).toBe(0)
    const id = await makeMenu(caller(line))
    line.state.richMenuAliases.set('shopp', id)
    await sync(menus)
  })

  it('whose tab leads to a menu that is removed at the same time', async () => {
    const { sync } = account()
    await sync(twoMenus('1'))
    const menus = define({ menus: { home: <Menu look="a" tab="shop" /> } })
    await expect(sync(menus)).rejects.toThrow('switches to the alias shop, which would be deleted')
  })
})

describe('options', () => {
  it.each([
    [{ grace: -1 }, 'grace: -1 is not permitted'],
    [{ grace: NaN }, 'grace: NaN is not permitted'],
    [{ dryrun: true } as never, 'Did you mean dryRun?'],
  ])('%o are refused', async (options, message) => {
    const { client } = account()
    await expect(syncRichMenus(client(), twoMenus('1'), options)).rejects.toThrow(message)
  })

  it('an invalid definition is refused', async () => {
    const { client } = account()
    await expect(syncRichMenus(client(), { home: menu } as never)).rejects.toThrow(
      'Pass what richMenus({ owner, menus }) returned.',
    )
  })
})

describe('pictures in files', () => {
  it('are read by path and URL', async () => {
    const { line, sync } = account()
    const folder = await mkdtemp(join(tmpdir(), 'menus '))
    await writeFile(join(folder, 'a b.png'), picture('file'))
    const sources = [
      [<RichMenu chatBarText="a" picture="./a b.png" />, folder],
      [<RichMenu chatBarText="a" picture={join(folder, 'a b.png')} />, undefined],
      [<RichMenu chatBarText="a" picture="a b.png" />, pathToFileURL(join(folder, 'menu.tsx'))],
      [<RichMenu chatBarText="a" picture={pathToFileURL(join(folder, 'a b.png'))} />, undefined],
    ] as const
    for (const [home, base] of sources) await sync(define({ menus: { home }, base }))
    // The same bytes, so the same menu.
    expect(countWrites(line)).toBe(3)
    expect(stateOf(line).menus).toEqual(['file'])
  })
})

describe('everything of an owner', () => {
  it('is deleted, and nothing else', async () => {
    const { line, client, sync } = account()
    await sync(twoMenus('1'))
    addUsers(line)
    const id = await makeMenu(caller(line))
    line.state.richMenuAliases.set('other', id)
    const { pending } = await destroyRichMenus(client(), 'teahouse')
    expect(pending).toEqual([])
    expect([...line.state.richMenus.keys()]).toEqual([id])
    expect([...line.state.richMenuAliases.keys()]).toEqual(['other'])
    expect(line.state.defaultRichMenu).toBeUndefined()
    expect(line.state.people.get(line.user('Aki').id)!.richMenuId).toBeUndefined()
  })

  it('keeps a default of somebody else', async () => {
    const { line, client, sync } = account()
    await sync(define({}))
    const id = (line.state.defaultRichMenu = await makeMenu(caller(line)))
    await destroyRichMenus(client(), 'teahouse')
    expect(line.state.defaultRichMenu).toBe(id)
  })
})

describe('users', () => {
  it('get a menu by its alias, and can be checked', async () => {
    const { line, client, sync } = account()
    await sync(twoMenus('1'))
    const ids = Array.from({ length: 501 }, (_, i) => line.user(`user ${i}`).id)
    const before = countWrites(line)
    expect((await linkUsers(client(), 'shop', ids)).linked).toBe(501)
    expect(countWrites(line) - before).toBe(2)
    expect(lookOf(line, 'user 500')).toBe('shop 1')
    const stranger = line.user('Stranger').id
    const checked = await linkUsers(client(), 'shop', [...ids, stranger], { check: true })
    expect(checked).toMatchObject({ linked: 501, others: [stranger] })
  })

  it('need an alias that exists, and at least one id', async () => {
    const { line, client, sync } = account()
    await sync(twoMenus('1'))
    const { id } = line.user('Aki')
    await expect(linkUsers(client(), 'shopp', [id])).rejects.toMatchObject({
      code: 'alias_missing',
      message: 'There is no alias "shopp". Aliases of the account: home, shop.',
    })
    await expect(linkUsers(client(), 'shop', [])).rejects.toMatchObject({ code: 'users_invalid' })
  })

  it('who are testers get new menus at once, although no more batches are permitted in this hour', async () => {
    const { line, clock, sync } = account({ rateLimits: true })
    await sync(twoMenus('1'))
    addUsers(line)
    for (const look of ['2', '3', '4']) {
      await sync(twoMenus(look))
      clock.advance(1_000)
    }
    const testers = ['Ben', 'Chika'].map((name) => line.user(name).id)
    const { pending } = await sync(twoMenus('5'), { forceLink: testers })
    expect(pending).not.toEqual([])
    expect(['Aki', 'Ben', 'Chika'].map((name) => lookOf(line, name))).toEqual([
      'home 4',
      'shop 5',
      'home 5',
    ])
  })
})
