/** Two deployments at the same time, with their calls in any order. */
import { describe, expect, it } from 'vitest'
import { RichMenuError } from '../../src/rich-menu/index.js'
import { seeded } from '../emulator/support.js'
import {
  account,
  addUsers,
  lookOf,
  stateOf,
  stateWith,
  twoMenus,
  watching,
  type Wire,
} from './support.js'

/** Lets the calls of several programs through one by one, in an order by chance. */
function shuffled(random: () => number): Wire {
  const waiting: (() => void)[] = []
  const letOneThrough = () => waiting.splice(Math.floor(random() * waiting.length), 1)[0]!()
  return async (_, send) => {
    await new Promise<void>((resolve) => {
      waiting.push(resolve)
      setImmediate(letOneThrough)
    })
    return send()
  }
}

const outcome = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error: unknown) =>
      error instanceof RichMenuError ? error.code : Promise.reject(error as Error),
  )

const seeds = Array.from({ length: 40 }, (_, i) => i + 1)

describe('two deployments at once', () => {
  it.each(seeds)('of the same menus both succeed (order %i)', async (seed) => {
    const { line, sync } = account()
    await sync(twoMenus('1'))
    addUsers(line)
    const wire = shuffled(seeded(seed))
    const { wire: watched, found } = watching(line, wire)
    const outcomes = await Promise.all(
      [0, 1].map(() => outcome(sync(twoMenus('2'), { wire: watched }))),
    )
    expect(outcomes).toEqual(['done', 'done'])
    expect(stateOf(line)).toEqual(stateWith('2'))
    expect([...found]).toEqual([])
    expect(lookOf(line, 'Ben')).toBe('shop 2')
    expect((await sync(twoMenus('2'))).writes).toBe(0)
  })

  it.each(seeds)('of different menus: one more cleans up (order %i)', async (seed) => {
    const { line, sync } = account()
    await sync(twoMenus('1'))
    addUsers(line)
    const wire = shuffled(seeded(seed))
    const { wire: watched, found } = watching(line, wire)
    const outcomes = await Promise.all(
      ['2', '3'].map((look) => outcome(sync(twoMenus(look), { wire: watched }))),
    )
    for (const one of outcomes) expect(['done', 'deploy_conflict']).toContain(one)
    await sync(twoMenus('3'), { wire: watching(line).wire })
    expect(stateOf(line)).toEqual(stateWith('3'))
    expect([...found]).toEqual([])
    expect(['Aki', 'Ben', 'Chika'].map((name) => lookOf(line, name))).toEqual([
      'home 3',
      'shop 3',
      'home 3',
    ])
    expect((await sync(twoMenus('3'))).writes).toBe(0)
  })

  it.each(seeds)('from nothing (order %i)', async (seed) => {
    const { line, sync } = account()
    const wire = shuffled(seeded(seed))
    const outcomes = await Promise.all([0, 1].map(() => outcome(sync(twoMenus('1'), { wire }))))
    expect(outcomes).toEqual(['done', 'done'])
    expect(stateOf(line)).toEqual(stateWith('1'))
  })
})

it('the test includes orders in which deployments of different menus collide', async () => {
  const all = new Set<string>()
  for (const seed of seeds) {
    const { sync } = account()
    await sync(twoMenus('1'))
    const wire = shuffled(seeded(seed))
    const outcomes = await Promise.all(
      ['2', '3'].map((look) => outcome(sync(twoMenus(look), { wire }))),
    )
    for (const one of outcomes) all.add(one)
  }
  expect([...all].sort()).toEqual(['deploy_conflict', 'done'])
})
