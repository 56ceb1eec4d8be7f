/** The story of a webhook: what the person did, what the bot called, what went wrong. */
import { expect, it } from 'vitest'
import { troublesIn } from '../../src/page/inspector/problem-list.js'
import type { LogRecord } from '../../src/page/inspector/records.js'
import { storiesOf } from '../../src/page/inspector/stories.js'
import { AKI, call, failure, KEN, TEAM, text, webhook } from './records.js'

/** Numbers of the webhook and of its rows. */
const summary = (records: readonly LogRecord[]) =>
  storiesOf(records).map(({ webhook: head, rows }) => [
    head?.number,
    ...rows.map(({ number }) => number),
  ])

it('a webhook has the replies with its reply token, in whatever order they come', () => {
  const records = [
    text(1, 'one'),
    text(2, 'two'),
    call(3, 'replyMessage', { replyToken: 'token2', messages: [] }),
    call(4, 'replyMessage', { replyToken: 'token1', messages: [] }),
  ]
  expect(summary(records)).toEqual([
    [1, 4],
    [2, 3],
  ])
  expect(summary(records.toReversed())).toEqual(summary(records))
})

it('a webhook has pushes to its chat soon after it, but not those of another chat or much later', () => {
  const push = (number: number, to: string, at = number * 10) =>
    call(number, 'pushMessage', { to, messages: [] }, { at })
  expect(
    summary([text(1, 'one'), push(2, AKI), push(3, KEN, 5_000), push(4, AKI, 60_000)]),
  ).toEqual([
    [1, 2],
    [undefined, 3],
    [undefined, 4],
  ])
})

it('a webhook has calls that name its chat in their path, or the file that was sent', () => {
  const file = webhook(1, {
    type: 'message',
    source: { type: 'user', userId: AKI },
    message: { type: 'image', id: '612345' },
  })
  expect(
    summary([
      file,
      call(2, 'getProfile', '', { method: 'GET', path: `/v2/bot/profile/${AKI}` }),
      call(3, 'getMessageContent', '', { method: 'GET', path: '/v2/bot/message/612345/content' }),
    ]),
  ).toEqual([[1, 2, 3]])
})

it('a webhook has calls without a chat that are made while the bot handles it alone', () => {
  const menu = (number: number, at: number) =>
    call(number, 'createRichMenu', {}, { at, path: '/v2/bot/richmenu' })
  const busy = { ...text(1, 'one'), ms: 100 }
  expect(summary([busy, menu(2, 50), menu(3, 500)])).toEqual([
    [1, 2],
    [undefined, 3],
  ])
  // With two at the same time, it is not known.
  const other = { ...text(2, 'two'), at: 20, ms: 100 }
  expect(summary([busy, other, menu(3, 50)])).toEqual([[1], [2], [undefined, 3]])
})

it('a webhook has failures of its number, and those of its chat', () => {
  expect(
    summary([
      text(1, 'one'),
      failure(2, { webhook: 1 }),
      failure(3, { chatId: AKI }),
      failure(4, { chatId: KEN }),
      failure(5),
    ]),
  ).toEqual([
    [1, 2, 3],
    [undefined, 4],
    [undefined, 5],
  ])
})

it('a webhook is about the group, not about the person who wrote in it', () => {
  const source = { type: 'group', groupId: TEAM, userId: AKI }
  const [story] = storiesOf([text(1, 'one', { source })])
  expect([...(story!.chats as Set<string>)]).toEqual([TEAM])
  expect(storiesOf([call(1, 'broadcast', {})])[0]!.chats).toBe('all')
})

it('accepts bodies that are not JSON', () => {
  const broken = { ...text(1, 'one'), body: '{' }
  expect(summary([broken, call(2, 'pushMessage', 'nothing', { path: '/x' })])).toHaveLength(2)
})

it('lists each thing that went wrong once', () => {
  const problem = {
    code: 'too_long' as const,
    severity: 'error' as const,
    path: 'messages[0].text',
    message: 'too long',
    limit: 1,
    actual: 2,
    unit: undefined,
    component: undefined,
    source: undefined,
    docs: undefined,
  }
  const bad = { status: 500, reason: 'ERROR_STATUS_CODE' }
  const numbers = (records: readonly LogRecord[]) =>
    troublesIn(storiesOf(records)).map(({ record }) => record.number)
  // The failure explains the refused call and the status of the webhook.
  expect(
    numbers([
      { ...text(1, 'one'), ...bad },
      call(2, 'replyMessage', { replyToken: 'token1' }, { status: 400, problems: [problem] }),
      failure(3, { webhook: 1, problems: [problem] }),
    ]),
  ).toEqual([3])
  // Without one, LINE's side of it is listed.
  expect(numbers([{ ...text(1, 'one'), ...bad }])).toEqual([1])
  expect(numbers([text(1, 'one'), call(2, 'getProfile', '', { status: 404 })])).toEqual([2])
  // That there is no default rich menu is an answer, and not a mistake.
  const none = call(2, 'getDefaultRichMenuId', '', { status: 404 })
  expect(numbers([text(1, 'one'), none])).toEqual([])
  expect(numbers([text(1, 'one'), { ...none, status: 400 }])).toEqual([2])
  // Warnings of a call that LINE took are listed too.
  expect(
    numbers([
      text(1, 'one'),
      call(2, 'pushMessage', {}, { problems: [{ ...problem, severity: 'warning' }] }),
    ]),
  ).toEqual([2])
  expect(numbers([text(1, 'one'), call(2, 'replyMessage', {})])).toEqual([])
})
