/** The order of problems, and values that come again. */
import { expect, it } from 'vitest'
import { validate } from 'fukidashi'

const paths = (value: unknown, as: 'flex' | 'message' | 'action' = 'flex') =>
  validate(value, { as }).map(({ code, path }) => `${code} ${path}`)

it('a missing property comes before the problems of the others, in what messages have hundreds of', () => {
  const text = { type: 'text', text: 'a', size: 'huge' }
  expect(paths({ type: 'bubble', body: { type: 'box', contents: [text] } })).toEqual([
    'required body.layout',
    'not_permitted body.contents[0].size',
  ])
})

it('a missing property comes before the problems of the others, in what messages have once', () => {
  expect(paths({ type: 'location', title: '', address: 'a', longitude: 181 }, 'message')).toEqual([
    'required latitude',
    'empty title',
    'too_large longitude',
  ])
})

it('properties come in the order in which they are written', () => {
  const wrong = { type: 'button', height: 'lg', color: 'red', style: 'big', action: [] }
  const body = { type: 'box', layout: 'vertical', contents: [wrong] }
  expect(paths({ type: 'bubble', body })).toEqual([
    'not_permitted body.contents[0].height',
    'bad_format body.contents[0].color',
    'not_permitted body.contents[0].style',
    'wrong_type body.contents[0].action',
  ])
})

it('a wrong colour is refused however many right ones came before it', () => {
  const text = (color: string) => ({ type: 'text', text: 'a', color })
  const box = (colors: string[]) => ({
    type: 'bubble',
    body: { type: 'box', layout: 'vertical', contents: colors.map(text) },
  })
  const right = Array.from({ length: 300 }, (_, i) => `#0000${String(i).padStart(4, '0')}`)
  expect(paths(box([...right, ...right]))).toEqual([])
  for (const wrong of ['', '#000', '#0000000', 'red', '#00000000 '])
    expect(paths(box([wrong, wrong]))).toEqual([
      'bad_format body.contents[0].color',
      'bad_format body.contents[1].color',
    ])
})
