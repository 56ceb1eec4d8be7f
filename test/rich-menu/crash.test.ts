/** A deployment that ends before or after any of its calls, and is started once more. */
import { describe, expect, it } from 'vitest'
import {
  account,
  addUsers,
  countWrites,
  dyingAt,
  lookOf,
  stateOf,
  stateWith,
  twoMenus,
  watching,
} from './support.js'

const WRITES = 10
const every = Array.from({ length: WRITES }, (_, i) => i + 1)

describe.each(['before', 'after'] as const)('a deployment whose program dies %s call', (when) => {
  it.each(every)('no. %i finishes the next time', async (n) => {
    const { line, sync } = account()
    await sync(twoMenus('1'))
    addUsers(line)
    const { wire, hasDied } = dyingAt(n, when)
    const first = watching(line, wire)
    await expect(sync(twoMenus('2'), { wire: first.wire })).rejects.toThrow()
    expect(hasDied()).toBe(true)
    const second = watching(line)
    await sync(twoMenus('2'), { wire: second.wire })
    expect(stateOf(line)).toEqual(stateWith('2'))
    expect(['Aki', 'Ben', 'Chika'].map((name) => lookOf(line, name))).toEqual([
      'home 2',
      'shop 2',
      'home 2',
    ])
    expect([...first.found, ...second.found]).toEqual([])
    expect((await sync(twoMenus('2'))).writes).toBe(0)
  })

  it.each(every.slice(0, 7))('no. %i of the first deployment finishes the next time', async (n) => {
    const { line, sync } = account()
    await expect(sync(twoMenus('1'), { wire: dyingAt(n, when).wire })).rejects.toThrow()
    await sync(twoMenus('1'))
    expect(stateOf(line)).toEqual(stateWith('1'))
    expect((await sync(twoMenus('1'))).writes).toBe(0)
  })

  it.each(every)('no. %i leaves nothing behind for another version', async (n) => {
    const { line, sync } = account()
    await sync(twoMenus('1'))
    addUsers(line)
    await expect(sync(twoMenus('2'), { wire: dyingAt(n, when).wire })).rejects.toThrow()
    const { wire, found } = watching(line)
    await sync(twoMenus('3'), { wire })
    expect(stateOf(line)).toEqual(stateWith('3'))
    expect(lookOf(line, 'Ben')).toBe('shop 3')
    expect([...found]).toEqual([])
  })

  it.each(every)('no. %i goes back to the version before', async (n) => {
    const { line, sync } = account()
    await sync(twoMenus('1'))
    addUsers(line)
    await expect(sync(twoMenus('2'), { wire: dyingAt(n, when).wire })).rejects.toThrow()
    const { wire, found } = watching(line)
    await sync(twoMenus('1'), { wire })
    expect(stateOf(line)).toEqual(stateWith('1'))
    expect(['Aki', 'Ben', 'Chika'].map((name) => lookOf(line, name))).toEqual([
      'home 1',
      'shop 1',
      'home 1',
    ])
    expect([...found]).toEqual([])
  })
})

describe.each([
  ['is refused', { status: 500 }],
  ['is done, but answered with an error', { status: 500, commit: true }],
  ['gets no answer', { reset: 'before' }],
  ['is done, but gets no answer', { reset: 'after' }],
] as const)('a call that %s', (_, fault) => {
  const operations = [
    'createRichMenu',
    'setRichMenuImage',
    'updateRichMenuAlias',
    'setDefaultRichMenu',
    'richMenuBatch',
    'getRichMenuBatchProgress',
    'deleteRichMenu',
    'getRichMenuList',
    'getRichMenuAliasList',
    'getDefaultRichMenuId',
  ] as const
  it.each(operations.flatMap((operation) => [0, 1].map((after) => [operation, after] as const)))(
    '%s after %i others: the next deployment finishes',
    async (operation, after) => {
      const { line, sync } = account()
      await sync(twoMenus('1'))
      addUsers(line)
      line.fault({ operation, after, ...fault })
      const { wire, found } = watching(line)
      await sync(twoMenus('2'), { wire }).catch(() => undefined)
      await sync(twoMenus('2'), { wire })
      expect(stateOf(line)).toEqual(stateWith('2'))
      expect(lookOf(line, 'Aki')).toBe('home 2')
      expect([...found]).toEqual([])
    },
  )
})

describe('a failure before anything is visible', () => {
  it.each([0, 1])('deletes the menus that were made (%i pictures uploaded)', async (after) => {
    const { line, sync } = account()
    await sync(twoMenus('1'))
    line.fault({ operation: 'setRichMenuImage', after, status: 500 })
    await expect(sync(twoMenus('2'))).rejects.toMatchObject({ status: 500 })
    expect(stateOf(line)).toEqual(stateWith('1'))
  })

  it('also deletes a menu whose creation got no answer', async () => {
    const { line, sync } = account()
    await sync(twoMenus('1'))
    line.fault({ operation: 'createRichMenu', after: 1, reset: 'after' })
    await expect(sync(twoMenus('2'))).rejects.toThrow()
    expect(stateOf(line)).toEqual(stateWith('1'))
  })

  it('does not go on after a refusal of the menu itself', async () => {
    const { line, sync } = account()
    line.fault({ operation: 'createRichMenu', status: 400, message: 'no' })
    await expect(sync(twoMenus('1'))).rejects.toMatchObject({ status: 400 })
    expect(countWrites(line)).toBe(1)
  })
})
