/** The filters of the inspector. */
import { expect, it } from 'vitest'
import { type Filters, filterStory } from '../../src/page/inspector/filter-stories.js'
import { storiesOf } from '../../src/page/inspector/stories.js'
import { AKI, call, failure, KEN, nameOf, TEAM, text } from './records.js'

const records = [
  text(1, 'green tea'),
  call(2, 'replyMessage', {
    replyToken: 'token1',
    messages: [{ type: 'flex', altText: 'Our teas', contents: { type: 'bubble', size: 'giga' } }],
  }),
  text(3, 'coffee', { source: { type: 'group', groupId: TEAM, userId: KEN }, replyToken: 'abc' }),
  failure(4, { webhook: 3, message: 'no coffee here' }),
  call(5, 'broadcast', { messages: [{ type: 'text', text: 'to everybody' }] }, { at: 90_000 }),
  call(6, 'createRichMenu', {}, { at: 95_000, path: '/v2/bot/richmenu', status: 400 }),
]

const all: Filters = { kind: 'all', person: '', text: '', chatId: undefined }

const numbers = (filters: Partial<Filters>) =>
  storiesOf(records)
    .map((story) => filterStory(story, { ...all, ...filters }, nameOf))
    .flatMap((story) => (story ? [story.webhook, ...story.rows] : []))
    .flatMap((record) => (record ? [record.number] : []))

it('shows everything without filters', () => {
  expect(numbers({})).toEqual([1, 2, 3, 4, 5, 6])
})

it('shows this chat, what goes to all, and what belongs to no chat', () => {
  expect(numbers({ chatId: AKI })).toEqual([1, 2, 5, 6])
  expect(numbers({ chatId: TEAM })).toEqual([3, 4, 5, 6])
})

it('shows a person wherever they are', () => {
  expect(numbers({ person: KEN })).toEqual([3, 4, 5])
  expect(numbers({ person: TEAM })).toEqual([3, 4, 5])
})

it('shows one kind', () => {
  expect(numbers({ kind: 'calls' })).toEqual([2, 5, 6])
  expect(numbers({ kind: 'webhooks' })).toEqual([1, 3])
  expect(numbers({ kind: 'problems' })).toEqual([3, 4, 6])
})

it.each([
  ['our teas', [1, 2]],
  ['GIGA', [1, 2]],
  ['Reply to Aki', [1, 2]],
  ['replymessage', [1, 2]],
  // A webhook is shown with everything that it caused.
  ['green', [1, 2]],
  ['coffee', [3, 4]],
  ['ken wrote', [3, 4]],
  ['no coffee here', [3, 4]],
  ['nothing of the kind', []],
])('finds the words “%s”', (text, found) => {
  expect(numbers({ text })).toEqual(found)
})

it.each(['token1', 'aaaa', 'request2', '60000001', 'abc', 'sig='])(
  'does not match “%s”, which is a part of an id, a token or a signature',
  (text) => {
    expect(numbers({ text })).toEqual([])
  },
)
