/** LINE's limits per hour, slow batches, and many users and menus. */
import { describe, expect, it } from 'vitest'
import type { Emulator } from '../../src/emulator/index.js'
import { planRichMenus, richMenus } from '../../src/rich-menu/index.js'
import {
  account,
  addUsers,
  lookOf,
  Menu,
  stateOf,
  stateWith,
  twoMenus,
  watching,
} from './support.js'

const HOUR = 3_600_000
const DAY = 24 * HOUR

const manyMenus = (count: number, look = '') =>
  richMenus({
    owner: 'teahouse',
    default: 'm0',
    menus: Object.fromEntries(
      Array.from({ length: count }, (_, i) => [`m${i}`, <Menu look={`${i} ${look}`} tab="m0" />]),
    ),
  })

describe('five deployments within an hour', () => {
  it.each([0, undefined])('succeed, and a later one moves all users (grace %s)', async (grace) => {
    const { line, clock, sync } = account({ rateLimits: true })
    await sync(twoMenus('1'), { grace })
    addUsers(line)
    const { wire, found } = watching(line)
    const pending: number[] = []
    for (const look of ['2', '3', '4', '5', '6']) {
      clock.advance(60_000)
      const result = await sync(twoMenus(look), { grace, wire })
      pending.push(result.pending.length)
      // New users and those without a menu of their own see the new one at once.
      expect(stateOf(line)).toMatchObject({ ...stateWith(look), menus: expect.anything() as never })
      expect(lookOf(line, 'Chika')).toBe(`home ${look}`)
    }
    expect(pending.slice(0, 3)).toEqual([0, 0, 0])
    expect(pending[3]).toBeGreaterThan(0)
    expect(pending[4]).toBeGreaterThan(0)
    expect(lookOf(line, 'Aki')).toBe('home 4')
    clock.advance(HOUR)
    const { pending: left, writes } = await sync(twoMenus('6'), { grace, wire })
    expect(left).toEqual([])
    expect(writes).toBeGreaterThan(0)
    expect(stateOf(line)).toEqual(stateWith('6'))
    expect(['Aki', 'Ben'].map((name) => lookOf(line, name))).toEqual(['home 6', 'shop 6'])
    expect([...found]).toEqual([])
  })

  it('move all users with one call more if they may wait', async () => {
    const { line, clock, sync } = account({ rateLimits: true })
    await sync(twoMenus('1'))
    addUsers(line)
    for (const look of ['2', '3', '4']) {
      await sync(twoMenus(look))
      clock.advance(1_000)
    }
    const reasons: string[] = []
    const waiting = sync(twoMenus('5'), { wait: true, onWait: (reason) => reasons.push(reason) })
    await expect.poll(() => clock.waiting).toBeGreaterThan(0)
    await line.passes(30 * 60_000)
    expect((await waiting).pending).toEqual([])
    expect(reasons[0]).toBe('LINE permits 3 batches an hour; waiting for the next one.')
    expect(stateOf(line)).toEqual(stateWith('5'))
    expect(lookOf(line, 'Aki')).toBe('home 5')
  })
})

it('going back and forth within 14 days moves the users each time', async () => {
  const { line, clock, sync } = account()
  await sync(twoMenus('X'))
  addUsers(line)
  for (const look of ['Y', 'X', 'Y', 'X', 'X', 'Y']) {
    clock.advance(DAY)
    await sync(twoMenus(look))
    expect(['Aki', 'Ben'].map((name) => lookOf(line, name))).toEqual([
      `home ${look}`,
      `shop ${look}`,
    ])
    expect(stateOf(line)).toEqual(stateWith(look))
  }
})

it('going back and forth while old menus are kept moves the users each time', async () => {
  const { line, clock, sync } = account()
  await sync(twoMenus('X'))
  addUsers(line)
  for (const look of ['Y', 'X', 'Y', 'X']) {
    clock.advance(1_000)
    await sync(twoMenus(look), { grace: undefined })
    expect(['Aki', 'Ben'].map((name) => lookOf(line, name))).toEqual([
      `home ${look}`,
      `shop ${look}`,
    ])
  }
  clock.advance(DAY)
  await sync(twoMenus('X'), { grace: undefined })
  expect(stateOf(line)).toEqual(stateWith('X'))
})

it('moves 100,000 linked users with as many calls as three', async () => {
  const { line, sync } = account()
  await sync(twoMenus('1'))
  addUsers(line)
  const [home, shop] = ['home', 'shop'].map((alias) => line.state.richMenuAliases.get(alias)!)
  const { people } = line.state
  const example = people.get(line.user('Aki').id)!
  for (let i = 0; i < 100_000; i++) {
    const userId = `U${String(i).padStart(32, '0')}`
    people.set(userId, {
      ...example,
      userId,
      displayName: `${i}`,
      richMenuId: i % 2 ? home! : shop!,
    })
  }
  const before = line.calls.length
  await sync(twoMenus('2'))
  const [newHome, newShop] = ['home', 'shop'].map((alias) => line.state.richMenuAliases.get(alias)!)
  const counts = { home: 0, shop: 0 }
  for (const { richMenuId } of people.values()) {
    if (richMenuId === newHome) counts.home++
    if (richMenuId === newShop) counts.shop++
  }
  expect(counts).toEqual({ home: 50_001, shop: 50_001 })
  const calls = line.calls.slice(before)
  expect(calls.filter(({ method }) => method !== 'GET')).toHaveLength(10)
  // Five readings of menus, aliases and default, and one question about the batch.
  expect(calls).toHaveLength(10 + 5 * 3 + 1)
})

/** Waits until a deployment has asked for the progress of its batch: from then on, only time passes. */
const waitsForBatch = (line: Emulator) =>
  expect
    .poll(() => line.calls.some(({ operation }) => operation === 'getRichMenuBatchProgress'))
    .toBe(true)

describe('a batch', () => {
  it('that takes minutes is waited for, with few calls', async () => {
    const { line, clock, sync } = account({ batchTime: 5 * 60_000 })
    await sync(twoMenus('1'))
    addUsers(line)
    const waiting = sync(twoMenus('2'))
    await waitsForBatch(line)
    await line.passes(6 * 60_000)
    await waiting
    expect(stateOf(line)).toEqual(stateWith('2'))
    expect(lookOf(line, 'Aki')).toBe('home 2')
    const asked = line.calls.filter(({ operation }) => operation === 'getRichMenuBatchProgress')
    expect(asked.length).toBeLessThan(14)
    expect(clock.waiting).toBe(0)
  })

  it('that takes hours is left to the next deployment after 20 calls', async () => {
    const { line, sync } = account({ batchTime: 2 * HOUR })
    await sync(twoMenus('1'))
    addUsers(line)
    const waiting = sync(twoMenus('2'))
    await waitsForBatch(line)
    await line.passes(HOUR)
    const { pending } = await waiting
    expect(pending.map(({ action }) => action)).toEqual(['move', 'move', 'delete', 'delete'])
    const asked = line.calls.filter(({ operation }) => operation === 'getRichMenuBatchProgress')
    expect(asked).toHaveLength(20)
    expect(line.state.richMenus.size).toBe(4)
    await line.passes(2 * HOUR)
    await sync(twoMenus('2'))
    expect(stateOf(line)).toEqual(stateWith('2'))
    expect(lookOf(line, 'Aki')).toBe('home 2')
  })
})

describe('more than a hundred menus', () => {
  it('are made in several hours, by several deployments', async () => {
    const { line, clock, sync } = account({ rateLimits: true })
    const first = await sync(manyMenus(120))
    expect(line.state.richMenus.size).toBe(100)
    expect(first.pending.filter(({ action }) => action === 'create')).toHaveLength(20)
    expect(line.state.richMenuAliases.size).toBe(0)
    clock.advance(HOUR)
    expect((await sync(manyMenus(120))).pending).toEqual([])
    expect([line.state.richMenus.size, line.state.richMenuAliases.size]).toEqual([120, 120])
  })

  it('are made by one that waits', async () => {
    const { line, clock, sync } = account({ rateLimits: true })
    const waiting = sync(manyMenus(110), { wait: true })
    await expect.poll(() => clock.waiting).toBeGreaterThan(0)
    await line.passes(HOUR)
    expect((await waiting).pending).toEqual([])
    expect(line.state.richMenuAliases.size).toBe(110)
  })

  it('are deleted in several hours', async () => {
    const { line, clock, sync } = account({ rateLimits: true })
    await sync(manyMenus(100))
    clock.advance(HOUR)
    await sync(manyMenus(100, 'new'))
    clock.advance(HOUR)
    await sync(manyMenus(100, 'newer'))
    expect(line.state.richMenus.size).toBe(100)
  })
})

it('says before it begins that LINE permits no more than 1,000 menus', async () => {
  const { line, client, sync } = account()
  await sync(manyMenus(2))
  const [, example] = [...line.state.richMenus][0]!
  for (let i = 0; i < 998; i++) {
    const richMenuId = `richmenu-${String(i).padStart(32, '0')}`
    line.state.richMenus.set(richMenuId, {
      ...example,
      richMenuId,
      menu: { ...example.menu, name: 'x' },
    })
  }
  const before = line.calls.filter(({ method }) => method !== 'GET').length
  await expect(sync(manyMenus(2, 'new'))).rejects.toMatchObject({
    code: 'limit_reached',
    message:
      'LINE permits 1000 rich menus. The account has 1000, and 2 would be added before old ones are deleted.',
  })
  expect(line.calls.filter(({ method }) => method !== 'GET')).toHaveLength(before)
  const { problems } = await planRichMenus(client(), manyMenus(2, 'new'))
  expect(problems.map(({ code }) => code)).toEqual(['limit_reached'])
})
