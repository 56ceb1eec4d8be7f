import fc from 'fast-check'
import { expect, it } from 'vitest'
import { textParts } from '../../../src/webhook/index.js'

const emoji = (index: number, length: number) => ({ index, length, productId: 'p', emojiId: '1' })
const user = (index: number, length: number) => ({ type: 'user' as const, index, length })

it('splits a text into plain text, emoji and mentions, in UTF-16', () => {
  const text = '🍵@Aki (hello)(hello)!'
  const message = {
    text,
    emojis: [emoji(14, 7), emoji(7, 7)],
    mention: { mentionees: [{ ...user(2, 4), isSelf: true }] },
  }
  expect(textParts(message)).toEqual([
    { type: 'text', text: '🍵' },
    { type: 'mention', text: '@Aki', mentionee: { ...user(2, 4), isSelf: true } },
    { type: 'text', text: ' ' },
    { type: 'emoji', text: '(hello)', productId: 'p', emojiId: '1' },
    { type: 'emoji', text: '(hello)', productId: 'p', emojiId: '1' },
    { type: 'text', text: '!' },
  ])
})

it('leaves a text alone that has nothing in it', () => {
  expect(textParts({ text: 'hello' })).toEqual([{ type: 'text', text: 'hello' }])
  expect(textParts({ text: '' })).toEqual([])
})

it('loses no letter, whatever positions LINE reports', () => {
  const place = fc.integer({ min: -3, max: 12 })
  const places = fc.array(fc.tuple(place, place), { maxLength: 5 })
  fc.assert(
    fc.property(fc.string({ maxLength: 10 }), places, places, (text, emojis, names) => {
      const parts = textParts({
        text,
        emojis: emojis.map(([index, length]) => emoji(index, length)),
        mention: { mentionees: names.map(([index, length]) => user(index, length)) },
      })
      expect(parts.map((part) => part.text).join('')).toBe(text)
    }),
  )
})
