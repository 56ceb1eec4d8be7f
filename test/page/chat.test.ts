/** Small decisions of the chat: where failures go, and what an `@` completes. */
import { expect, it } from 'vitest'
import { mergeByTime } from '../../src/page/phone/merge-by-time.js'
import { mentionAt } from '../../src/page/phone/text-parts.js'
import type { Problem } from '../../src/index.js'
import { failureText, placeOf } from '../../src/page/problems/failure-text.js'
import { failure } from './records.js'

const entry = (id: string, at: number) =>
  ({ id, at, from: 'bot', message: { type: 'text', text: id } }) as const

const order = (...args: Parameters<typeof mergeByTime>) =>
  mergeByTime(...args).map((row) => (row.type === 'entry' ? row.entry.id : row.failure.number))

it('puts a failure where the answer is missing', () => {
  const entries = [entry('a', 10), entry('b', 20), entry('c', 30)]
  const failures = [failure(1, { at: 20 }), failure(2, { at: 25 }), failure(3, { at: 99 })]
  expect(order(entries, failures, false)).toEqual(['a', 'b', 1, 2, 'c', 3])
  expect(order([], failures, false)).toEqual([1, 2, 3])
})

it('leaves out failures before the entries that are drawn', () => {
  const failures = [failure(1, { at: 5 }), failure(2, { at: 15 })]
  expect(order([entry('b', 10)], failures, true)).toEqual(['b', 2])
  expect(order([entry('b', 10)], failures, false)).toEqual([1, 'b', 2])
})

it.each([
  ['@', 1, { from: 0, letters: '' }],
  ['Hi @Ak', 6, { from: 3, letters: 'Ak' }],
  ['Hi @Aki Mo', 10, { from: 3, letters: 'Aki Mo' }],
  ['了解、@小', 5, { from: 3, letters: '小' }],
  ['Hi @Ak there', 6, { from: 3, letters: 'Ak' }],
  ['a@b.example', 11, undefined],
  ['Hi @Ak\nnew', 10, undefined],
  ['Hi', 2, undefined],
])('completes the mention in “%s” at %i', (text, caret, mention) => {
  expect(mentionAt(text, caret)).toEqual(mention)
})

it('finds the file, line and column of a problem', () => {
  expect(placeOf('src/menu.tsx:9:5')).toEqual({ file: 'src/menu.tsx', line: 9, column: 5 })
  expect(placeOf('src/menu.tsx:9')).toEqual({ file: 'src/menu.tsx', line: 9 })
  expect(placeOf('C:/work/menu.tsx:9:5')).toEqual({ file: 'C:/work/menu.tsx', line: 9, column: 5 })
  for (const source of [undefined, '', 'src/menu.tsx', ':9:5'])
    expect(placeOf(source)).toBeUndefined()
})

it('copies everything that a card shows', () => {
  const text = failureText(
    failure(1, {
      message: 'x is not a function',
      place: { file: 'src/bot.ts', line: 2, column: 3 },
      frame: { firstLine: 1, lines: ['a', 'b'] },
      stack: ['at handler (src/bot.ts:2:3)'],
      hint: 'Import x.',
    }),
  )
  expect(text).toBe(
    [
      'TypeError: x is not a function',
      '    at src/bot.ts:2:3',
      '',
      '  1 | a',
      '> 2 | b',
      '',
      'Import x.',
      '',
      'at handler (src/bot.ts:2:3)',
    ].join('\n'),
  )
})

it('copies each mistake of a refused message once, errors before warnings', () => {
  const problem = (severity: 'error' | 'warning', path: string, message: string) =>
    ({ code: 'too_long', severity, path, message }) as Problem
  const problems = [
    problem('warning', 'messages[0].altText', 'altText is missing'),
    ...[0, 1, 2].map((i) => problem('error', `messages[0].labels[${i}]`, `label ${i} is too long`)),
  ]
  const report = problems.map(({ message }) => `  ${message}`).join('\n')
  const message = `3 problems and 1 warning in 1 message\n\n${report}`
  const text = failureText(
    failure(1, { name: 'LineValidationError', message, problems, stack: [] }),
  )
  expect(text).toBe(
    [
      'LineValidationError: 3 problems and 1 warning in 1 message',
      '',
      '  messages[0].labels[0]',
      '    label 0 is too long (3 times, the last at messages[0].labels[2])',
      '',
      '  messages[0].altText',
      '    warning: altText is missing',
    ].join('\n'),
  )
})
