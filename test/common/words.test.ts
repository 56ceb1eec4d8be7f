import { expect, it } from 'vitest'
import { closest, counted, either } from '../../src/common/words.js'

it('joins choices', () => {
  expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(either)).toEqual([
    '',
    'a',
    'a or b',
    'a, b or c',
  ])
})

it('groups digits', () => {
  expect([7, 1040, 1234567].map(counted)).toEqual(['7', '1,040', '1,234,567'])
})

it('finds the word that was meant, and none where none is close', () => {
  const words = ['postback', 'message', 'uri']
  expect(closest('Postbck', words)).toBe('postback')
  expect(closest('url', words)).toBe('uri')
  expect(closest('carousel', words)).toBeUndefined()
  expect(closest('secret', ['store', 'channelSecret'])).toBe('channelSecret')
  expect(closest('accessToken', ['channelAccessToken'])).toBe('channelAccessToken')
  expect(closest('p'.repeat(100_000), words)).toBeUndefined()
})
