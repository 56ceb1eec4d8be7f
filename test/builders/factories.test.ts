import * as components from 'fukidashi'
import { Flex, isElement } from 'fukidashi'
import { buttons, postback } from 'fukidashi/builders'
import { describe, expect, it } from 'vitest'
import { Builder } from '../../src/builders/builder.js'
import * as methods from '../../src/builders/generated/methods.js'
import { type AnyBuilder, call, componentOf, everyFactory } from './every-factory.js'

describe.each(everyFactory)('$name', (factory) => {
  it('makes elements of the component of its name', () => {
    expect(isElement(factory.make())).toBe(true)
    expect(factory.make().type).toBe(componentOf(factory))
    expect(factory.make()).toMatchObject({ key: null, source: undefined })
  })

  it('has a method for each property', () => {
    const { one, flags, many } = factory.methods
    for (const name of one) expect(call(factory.make(), name, 'x').props[name]).toBe('x')
    for (const name of flags) expect(call(factory.make(), name).props[name]).toBe(true)
    for (const name of flags) expect(call(factory.make(), name, false).props[name]).toBe(false)
    for (const name of flags)
      expect(call(factory.make(), name, undefined).props[name]).toBeUndefined()
    for (const name of many)
      expect(call(factory.make(), name, 'x', ['y']).props[name]).toEqual(['x', 'y'])
  })
})

it('every component has a factory', () => {
  expect(everyFactory.map(({ component }) => component).sort()).toEqual(Object.keys(methods).sort())
  const named = (room: object) =>
    Object.keys(room).filter((name) => /^[A-Z]/.test(name) && Object.hasOwn(methods, name)).length
  expect(everyFactory).toHaveLength(named(components) + Object.keys(Flex).length)
})

it('no property has the name of a member of builders, or is a flag in one component and a value in another', () => {
  const names = Object.values(methods).flatMap((each) => Object.values(each).flat())
  const own = [
    '$$typeof',
    ...Object.keys(new Builder({ first: [], takes: {} } as never, undefined, '', [])),
  ]
  for (const name of [...own, 'props', 'toJSON', 'constructor', 'key', 'source'])
    expect(names).not.toContain(name)
  const flags = Object.values(methods).flatMap(({ flags }): readonly string[] => flags)
  const one = new Set(Object.values(methods).flatMap(({ one }): readonly string[] => one))
  expect(flags.filter((name) => one.has(name))).toEqual([])
})

it('lists the methods of a builder when a wrong one is called', () => {
  expect(() => call(postback('a', 'b') as unknown as AnyBuilder, 'title', 'x')).toThrow(
    new TypeError(
      '<Postback> has no property title; it has label, data, displayText, text, inputOption, fillInText',
    ),
  )
  expect(() => call(buttons('a') as unknown as AnyBuilder, 'contents', [])).toThrow(
    '<Buttons> has no',
  )
})
