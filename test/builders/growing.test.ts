import { Text } from 'fukidashi'
import { buttons, flex, postback, quickReply, text } from 'fukidashi/builders'
import { describe, expect, it } from 'vitest'

const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
const line = (name: string) => ({ type: 'text', text: name })

describe('builders are immutable', () => {
  it('each call returns a new one', () => {
    const plain = buttons('Please choose').altText('Tea')
    const titled = plain.title('Tea')
    expect(titled).not.toBe(plain)
    expect(json(plain)).not.toHaveProperty('template.title')
    expect(json(titled)).toHaveProperty('template.title', 'Tea')
  })

  it('one can be continued in two ways independently', () => {
    const stem = flex.vertical(flex.text('0')).contents(flex.text('1'))
    JSON.stringify(stem)
    const left = stem.contents(flex.text('left'))
    const right = stem.contents(flex.text('right'))
    const contents = (box: unknown) => (json(box) as { contents: unknown }).contents
    expect(contents(left)).toEqual([line('1'), line('left'), line('0')])
    expect(contents(right)).toEqual([line('1'), line('right'), line('0')])
    expect(contents(stem)).toEqual([line('1'), line('0')])
  })

  it('later changes of a passed list have no effect', () => {
    const lines = [flex.text('1')]
    const box = flex.vertical(lines)
    const other = flex.box().contents(lines)
    lines.push(flex.text('2'))
    expect(json(box)).toHaveProperty('contents', [line('1')])
    expect(json(other)).toHaveProperty('contents', [line('1')])
  })
})

describe('lists', () => {
  it('take one item, several or nested ones, and leave out false, null and undefined', () => {
    const box = flex
      .box()
      .contents(flex.text('1'), [flex.text('2'), [flex.text('3'), null]], false, undefined)
    expect(json(box)).toHaveProperty('contents', [line('1'), line('2'), line('3')])
  })

  it('add the items of later calls', () => {
    const box = flex
      .box()
      .contents(flex.text('1'))
      .spacing('md')
      .contents([flex.text('2'), flex.text('3')])
    expect(json(box)).toHaveProperty('contents', [line('1'), line('2'), line('3')])
  })

  it('can be extended in a long loop', () => {
    let box = flex.box()
    for (let i = 0; i < 20_000; i++) box = box.contents(flex.separator())
    expect((json(box) as { contents: unknown[] }).contents).toHaveLength(20_000)
  })

  it('take children one by one', () => {
    const menu = quickReply(postback('a', 'a')).children(postback('b', 'b'), [postback('c', 'c')])
    expect((json(menu) as { items: unknown[] }).items).toHaveLength(3)
    expect(json(text('a', 1, 2n, null).children('b'))).toEqual(line('a12b'))
  })
})

describe('values', () => {
  it('are replaced by the last call, and removed by undefined', () => {
    expect(json(postback('Buy', 'a').data('b'))).toMatchObject({ data: 'b' })
    expect(json(postback('Buy', 'a').displayText('c').displayText(undefined))).toEqual({
      type: 'postback',
      label: 'Buy',
      data: 'a',
    })
  })

  it('are true for a flag without an argument, as in JSX', () => {
    expect(json(flex.text('a').wrap())).toMatchObject({ wrap: true })
    expect(json(flex.text('a').wrap(false))).toMatchObject({ wrap: false })
    expect(json(flex.text('a').wrap().wrap(undefined))).toEqual(line('a'))
  })
})

it('a builder has the properties of an element', () => {
  const builder = text('hi').quoteToken('token') as unknown as Record<string, unknown>
  expect(builder['$$typeof']).toBe(Symbol.for('fukidashi.element'))
  expect(builder['type']).toBe(Text)
  expect(builder['props']).toEqual({ children: 'hi', quoteToken: 'token' })
  expect(builder['props']).toBe(builder['props'])
})
