/** Fields for the values of a sample, and samples with changed values. */
import { describe, expect, it } from 'vitest'
import { controlsOf, withChanges } from '../../../src/catalog/preview/controls.js'

class Money {
  amount = 5
}

describe('fields', () => {
  it('have the kind of their value', () => {
    const sample = {
      text: 'a',
      number: 1.5,
      flag: true,
      date: new Date(0),
      list: ['a', 'b'],
      numbers: [1, 2],
      item: { price: 1, deep: { name: 'x' } },
      rows: [{ a: 1 }],
      empty: [],
      nothing: null,
      missing: undefined,
      run: function pick() {},
      money: new Money(),
      big: 10n,
      notNumber: NaN,
    }
    expect(controlsOf(sample)).toEqual([
      { name: 'text', kind: 'text', value: 'a' },
      { name: 'number', kind: 'number', value: 1.5 },
      { name: 'flag', kind: 'switch', value: true },
      { name: 'date', kind: 'date', value: '1970-01-01T00:00:00.000Z' },
      { name: 'list', kind: 'list', value: ['a', 'b'] },
      { name: 'numbers', kind: 'list', value: [1, 2] },
      {
        name: 'item',
        kind: 'group',
        fields: [
          { name: 'price', kind: 'number', value: 1 },
          { name: 'deep', kind: 'group', fields: [{ name: 'name', kind: 'text', value: 'x' }] },
        ],
      },
      { name: 'rows', kind: 'json', value: [{ a: 1 }] },
      { name: 'empty', kind: 'json', value: [] },
      { name: 'nothing', kind: 'json', value: null },
      { name: 'missing', kind: 'fixed', value: 'undefined' },
      { name: 'run', kind: 'fixed', value: 'pick()' },
      { name: 'money', kind: 'fixed', value: 'Money' },
      { name: 'big', kind: 'fixed', value: '10' },
      { name: 'notNumber', kind: 'fixed', value: 'NaN' },
    ])
  })

  it('stay small, also for values that contain themselves, are endless, or have getters that throw', () => {
    const circle: Record<string, unknown> = { name: 'a' }
    circle['self'] = circle
    circle['rows'] = [circle]
    const hostile = {
      circle,
      long: 'x'.repeat(1_000_000),
      many: Array.from({ length: 100_000 }, (_, i) => i),
      wide: Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`k${i}`, i])),
      get bad(): string {
        throw new Error('no')
      },
    }
    const controls = controlsOf(hostile)
    expect(JSON.stringify(controls).length).toBeLessThan(150_000)
    expect(controls.at(-1)).toEqual({ name: 'bad', kind: 'fixed', value: 'undefined' })
  })
})

describe('changes', () => {
  it('leave the sample as it is, and keep values that are not JSON', () => {
    const money = new Money()
    const sample = { item: { name: 'a', money }, at: new Date(0) }
    const changed = withChanges(sample, [
      { path: ['item', 'name'], value: 'b' },
      { path: ['at'], value: '2026-01-01T00:00:00.000Z' },
    ])
    expect(changed).toEqual({ item: { name: 'b', money }, at: new Date('2026-01-01') })
    expect((changed as typeof sample).item.money).toBe(money)
    expect(sample.item.name).toBe('a')
  })

  it('are left out where the sample has changed', () => {
    expect(withChanges({ a: 1 }, [{ path: ['b'], value: 2 }])).toEqual({ a: 1 })
    expect(withChanges({ a: 1 }, [{ path: ['a', 'b'], value: 2 }])).toEqual({ a: 1 })
    expect(withChanges({ a: 1 }, [{ path: ['b'], value: 2 }], true)).toEqual({ a: 1, b: 2 })
  })

  it('do not change a prototype', () => {
    withChanges({}, [{ path: ['__proto__', 'hit'], value: 1 }], true)
    withChanges({ f: () => 1 }, [{ path: ['f', 'prototype', 'hit'], value: 1 }])
    const changed = withChanges({}, [{ path: ['__proto__'], value: { hit: 1 } }], true)
    expect({}).not.toHaveProperty('hit')
    expect(Object.getPrototypeOf(changed)).toBe(Object.prototype)
  })
})
