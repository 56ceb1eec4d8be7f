/** Deploying menus: what an account has afterwards, and with how many calls. */
import { describe, expect, it } from 'vitest'
import { MessageAction, Area } from '../../src/components/index.js'
import { planRichMenus, RichMenu, richMenus } from '../../src/rich-menu/index.js'
import { makeMenu, caller } from '../emulator/support.js'
import {
  account,
  addUsers,
  countWrites,
  lookOf,
  Menu,
  picture,
  stateOf,
  stateWith,
  twoMenus,
  watching,
} from './support.js'

describe('a deployment', () => {
  it('makes menus, pictures, aliases and the default from nothing', async () => {
    const { line, sync } = account()
    const result = await sync(twoMenus('1'))
    expect(stateOf(line)).toEqual(stateWith('1'))
    expect(result.changes.map(({ action, menu }) => `${action} ${menu}`)).toEqual([
      'create home',
      'create shop',
      'alias home',
      'alias shop',
      'default home',
    ])
    expect(result.writes).toBe(7)
    expect(countWrites(line)).toBe(7)
    expect(result).toMatchObject({ pending: [], kept: [] })
  })

  it('names menus by owner, key and hash', async () => {
    const { line, sync } = account()
    await sync(twoMenus('1'))
    for (const { menu } of line.state.richMenus.values())
      expect(menu.name).toMatch(/^teahouse\/(home|shop) · [0-9a-f]{16} · 1 · 2026-08-01T/)
  })

  it('changes nothing the second time', async () => {
    const { line, sync } = account()
    await sync(twoMenus('1'))
    const before = line.snapshot()
    expect(await sync(twoMenus('1'))).toMatchObject({ changes: [], writes: 0, pending: [] })
    expect(countWrites(line)).toBe(7)
    expect(JSON.parse(line.snapshot())).toEqual(JSON.parse(before))
  })

  it('replaces changed pictures with ten calls, and moves the users who are linked', async () => {
    const { line, sync } = account()
    await sync(twoMenus('1'))
    addUsers(line)
    const { wire, found } = watching(line)
    const result = await sync(twoMenus('2'), { wire })
    expect(stateOf(line)).toEqual(stateWith('2'))
    expect(result.writes).toBe(10)
    expect(countWrites(line)).toBe(17)
    expect(result.changes.map(({ action }) => action)).toEqual([
      'create',
      'create',
      'alias',
      'alias',
      'default',
      'move',
      'move',
      'delete',
      'delete',
    ])
    expect(['Aki', 'Ben', 'Chika'].map((name) => lookOf(line, name))).toEqual([
      'home 2',
      'shop 2',
      'home 2',
    ])
    expect([...found]).toEqual([])
  })

  it('replaces only the menu whose area has changed', async () => {
    const { line, sync } = account()
    const menus = (text: string) =>
      richMenus({
        owner: 'teahouse',
        default: 'home',
        menus: {
          home: <Menu look="home" tab="shop" />,
          shop: <Menu look="shop" text={text} tab="home" />,
        },
      })
    await sync(menus('tea'))
    const home = line.state.richMenuAliases.get('home')
    const { changes } = await sync(menus('coffee'))
    expect(new Set(changes.map(({ menu }) => menu))).toEqual(new Set(['shop']))
    expect(line.state.richMenuAliases.get('home')).toBe(home)
    expect(line.state.richMenus.size).toBe(2)
  })

  it('corrects an alias and a default that somebody has changed', async () => {
    const { line, sync } = account()
    await sync(twoMenus('1'))
    const { richMenuAliases } = line.state
    richMenuAliases.set('shop', richMenuAliases.get('home')!)
    line.state.defaultRichMenu = richMenuAliases.get('home')!
    const wrong = [...line.state.richMenus.keys()].find((id) => id !== line.state.defaultRichMenu)!
    line.state.defaultRichMenu = wrong
    const { changes } = await sync(twoMenus('1'))
    expect(changes.map(({ action }) => action)).toEqual(['alias', 'default'])
    expect(stateOf(line)).toEqual(stateWith('1'))
  })

  it('removes a menu with its alias, and unlinks its users', async () => {
    const { line, sync } = account()
    await sync(twoMenus('1'))
    addUsers(line)
    const only = richMenus({
      owner: 'teahouse',
      default: 'home',
      menus: { home: <Menu look="home 1" tab="home" /> },
    })
    await sync(only)
    expect(stateOf(line)).toEqual({
      aliases: { home: 'home 1' },
      default: 'home 1',
      menus: ['home 1'],
    })
    expect(lookOf(line, 'Ben')).toBe('home 1')
  })

  it('cancels the default when the definition has none any more', async () => {
    const { line, sync } = account()
    const menus = { home: <Menu look="1" tab="home" /> }
    await sync(richMenus({ owner: 'teahouse', default: 'home', menus }))
    await sync(richMenus({ owner: 'teahouse', menus }))
    expect(line.state.defaultRichMenu).toBeUndefined()
    expect(line.state.richMenus.size).toBe(1)
  })

  it('makes menus again with the option for it', async () => {
    const { line, sync } = account()
    await sync(twoMenus('1'))
    addUsers(line)
    const before = [...line.state.richMenus.keys()]
    const { writes } = await sync(twoMenus('1'), { redraw: true })
    expect(writes).toBe(10)
    expect(stateOf(line)).toEqual(stateWith('1'))
    expect([...line.state.richMenus.keys()]).not.toEqual(expect.arrayContaining([before[0]]))
    expect((await sync(twoMenus('1'))).writes).toBe(0)
  })

  it('only reports what it would do, as a plan', async () => {
    const { line, sync, client } = account()
    const result = await sync(twoMenus('1'), { dryRun: true })
    expect(result.writes).toBe(7)
    expect(countWrites(line)).toBe(0)
    const plan = await planRichMenus(client(), twoMenus('1'))
    expect(plan).toMatchObject({ writes: 7, problems: [] })
    expect(plan.changes[0]).toMatchObject({ action: 'create', menu: 'home' })
  })
})

describe('old menus', () => {
  it('are kept for ten minutes, and deleted by the next deployment', async () => {
    const { line, clock, sync } = account()
    await sync(twoMenus('1'))
    addUsers(line)
    clock.advance(86_400_000)
    const old = line.state.richMenuAliases.get('home')!
    const { kept, writes } = await sync(twoMenus('2'), { grace: undefined })
    expect(writes).toBe(8)
    expect(kept.map(({ menu }) => menu)).toEqual(['home', 'shop'])
    expect(line.state.richMenus.size).toBe(4)
    clock.advance(599_999)
    expect((await sync(twoMenus('2'), { grace: undefined })).kept).toHaveLength(2)
    // A bot that has kept the id.
    await line.client().richMenus.link(line.user('Chika').id, old)
    clock.advance(2)
    await sync(twoMenus('2'), { grace: undefined })
    expect(stateOf(line)).toEqual(stateWith('2'))
    expect(lookOf(line, 'Chika')).toBe('home 2')
    expect(line.state.people.get(line.user('Chika').id)!.richMenuId).toBeDefined()
  })

  it('are nothing to change while they are kept', async () => {
    const { line, clock, sync, client } = account()
    await sync(twoMenus('1'))
    addUsers(line)
    clock.advance(86_400_000)
    const plan = () => planRichMenus(client(), twoMenus('2'), { clock })
    expect((await plan()).changes).toContainEqual(expect.objectContaining({ action: 'move' }))
    const move: unknown = expect.objectContaining({ action: 'move', again: true })
    expect((await sync(twoMenus('2'), { grace: undefined })).changes).not.toContainEqual(move)
    expect((await sync(twoMenus('2'), { grace: undefined })).changes).toEqual([move, move])
    const { changes, writes, notes } = await plan()
    expect(writes).toBe(0)
    expect(changes.map(({ action }) => action)).toEqual(['keep', 'keep'])
    expect(notes).toEqual([expect.stringContaining('were moved when these were replaced')])
    // Users that a bot has linked since are moved before the old menus are deleted.
    clock.advance(600_001)
    const later = await plan()
    expect(later.writes).toBe(3)
    expect(later.changes.map(({ action }) => action)).toEqual(['move', 'move', 'delete', 'delete'])
  })

  it('are nothing to change while they are kept, also with menus that were pulled', async () => {
    const { line, clock, sync, client } = account()
    await sync(twoMenus('1'))
    clock.advance(86_400_000)
    await sync(twoMenus('2'), { grace: undefined })
    const pulled = (name: string, tab: string) => (
      <Menu look={`${name} 2`} tab={tab} adopt={line.state.richMenuAliases.get(name)!} />
    )
    const menus = { home: pulled('home', 'shop'), shop: pulled('shop', 'home') }
    const set = richMenus({ owner: 'teahouse', default: 'home', menus })
    const { changes, writes } = await planRichMenus(client(), set, { clock })
    expect([changes.map(({ action }) => action), writes]).toEqual([['keep', 'keep'], 0])
  })

  it('that an earlier deployment has not replaced everywhere are something to change', async () => {
    const { line, clock, sync, client } = account()
    await sync(twoMenus('1'))
    const old = line.state.richMenuAliases.get('home')!
    clock.advance(86_400_000)
    await sync(twoMenus('2'), { grace: undefined })
    await client().richMenuAliases.update('home', old)
    const { changes } = await planRichMenus(client(), twoMenus('2'), { clock })
    expect(changes.map(({ action }) => action)).toContain('move')
  })
})

describe('menus of others', () => {
  const other = { name: 'Winter sale' }

  it('stay as they are', async () => {
    const { line, sync } = account()
    const id = await makeMenu(caller(line), other)
    line.state.richMenuAliases.set('sale', id)
    const { notes } = await sync(twoMenus('1'))
    expect(line.state.richMenuAliases.get('sale')).toBe(id)
    expect(line.state.richMenus.get(id)).toBeDefined()
    expect(notes).toEqual(['1 menu of other owners: not changed.'])
  })

  it.each(['alias', 'default'])('keep their %s, unless it is taken', async (what) => {
    const { line, sync } = account()
    const id = await makeMenu(caller(line), other)
    if (what === 'alias') line.state.richMenuAliases.set('shop', id)
    else line.state.defaultRichMenu = id
    line.state.people.get(line.user('Aki').id)!.richMenuId = id
    const before = countWrites(line)
    await expect(sync(twoMenus('1'))).rejects.toMatchObject({
      code: 'owner_different',
      message: expect.stringContaining('"Winter sale"') as string,
    })
    expect(countWrites(line)).toBe(before)
    await sync(twoMenus('1'), { take: true })
    expect(stateOf(line)).toMatchObject({ ...stateWith('1'), menus: expect.any(Array) as never })
    expect(lookOf(line, 'Aki')).toBe(what === 'alias' ? 'shop 1' : 'home 1')
    expect(line.state.richMenus.get(id)).toBeDefined()
    expect((await sync(twoMenus('1'))).writes).toBe(0)
  })

  it('made in the manager are named in the plan', async () => {
    const { line, client } = account()
    line.state.managerRichMenu = 'richmenu-manager'
    const { notes } = await planRichMenus(client(), twoMenus('1'))
    expect(notes.join()).toContain('LINE Official Account Manager')
  })

  it('belong to the owner after they are adopted', async () => {
    const { line, sync } = account()
    const id = await makeMenu(caller(line), other)
    line.state.richMenuAliases.set('shop', id)
    line.state.people.get(line.user('Aki').id)!.richMenuId = id
    const menus = richMenus({
      owner: 'teahouse',
      menus: {
        shop: (
          <RichMenu chatBarText="Shop" picture={picture('new shop')} adopt={id}>
            <Area x={0} y={0} width={2500} height={1686}>
              <MessageAction text="a" />
            </Area>
          </RichMenu>
        ),
      },
    })
    await sync(menus)
    expect(stateOf(line)).toEqual({
      aliases: { shop: 'new shop' },
      default: undefined,
      menus: ['new shop'],
    })
    expect(lookOf(line, 'Aki')).toBe('new shop')
    expect((await sync(menus)).writes).toBe(0)
  })
})

describe('locales', () => {
  it('have menus and aliases of their own, and tabs stay in the locale', async () => {
    const { line, sync } = account()
    const Shop = ({ tab }: { tab: string }, { look }: { look?: string }) => (
      <Menu look={`${tab} ${look ?? 'en'}`} tab={tab} />
    )
    await sync(
      richMenus({
        owner: 'teahouse',
        default: 'home',
        menus: { home: <Shop tab="shop" />, shop: <Shop tab="home" /> },
        locales: { ja: { look: 'ja' } as object, 'zh-TW': { look: 'tw' } as object },
      }),
    )
    expect(stateOf(line).aliases).toEqual({
      home: 'shop en',
      'home-ja': 'shop ja',
      'home-zh-tw': 'shop tw',
      shop: 'home en',
      'shop-ja': 'home ja',
      'shop-zh-tw': 'home tw',
    })
    const target = (alias: string) => {
      const id = line.state.richMenuAliases.get(alias)!
      const [area] = line.state.richMenus.get(id)!.menu.areas
      return area!.action.type === 'richmenuswitch' && area!.action.richMenuAliasId
    }
    expect([target('home'), target('home-ja'), target('shop-zh-tw')]).toEqual([
      'shop',
      'shop-ja',
      'home-zh-tw',
    ])
  })
})
