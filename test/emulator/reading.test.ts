/** What the bot has read, as people see it. */
import { expect, it } from 'vitest'
import { control } from '../../src/emulator/control/control.js'
import { setUp } from './support.js'

const asChat = { account: { chatMode: 'chat' } } as const

it('is everything at once, for accounts without chats of their own', async () => {
  const { line } = setUp({ account: { markAsReadMode: 'manual' }, webhook: () => new Response() })
  const aki = line.user('Aki')
  // With chat off LINE has no other way.
  expect(line.account.markAsReadMode).toBe('auto')
  await aki.says('hi')
  expect(aki.seesRead()).toBe(true)
  const team = line.group('Team', [aki])
  const { messageId } = await aki.sendsSticker({}, { in: team })
  expect(aki.seesRead(messageId, { in: team })).toBe(true)
})

it('has no mark if the bot did not receive it', async () => {
  const { line } = setUp()
  const aki = line.user('Aki')
  await aki.blocks()
  const { messageId } = await aki.says('are you there?')
  await aki.unblocks()
  await aki.says('hello again')
  expect(aki.seesRead()).toBe(true)
  expect(aki.seesRead(messageId)).toBe(false)
})

it('includes texts that a tap sent for the user', async () => {
  const { line } = setUp({ webhook: () => new Response() })
  const aki = line.user('Aki')
  await aki.taps({ type: 'postback', label: 'Buy', data: 'buy', displayText: 'I buy it' })
  const [entry] = aki.chat
  expect(entry).toMatchObject({ shownOnly: true, message: { text: 'I buy it' } })
  expect(aki.seesRead(entry!.id)).toBe(true)
})

it('is what the bot says it has read, and all before, where chats are on', async () => {
  const { line, call } = setUp(asChat)
  const aki = line.user('Aki')
  for (const text of ['one', 'two', 'three']) await aki.says(text)
  const [one, two, three] = aki.chat
  expect(aki.seesRead()).toBe(false)
  const mark = (markAsReadToken: string | undefined) =>
    call('/v2/bot/chat/markAsRead', { body: { markAsReadToken } })
  const { status, body } = await mark(two!.markAsReadToken)
  expect([status, body]).toEqual([200, {}])
  expect([one, two, three].map((entry) => aki.seesRead(entry!.id))).toEqual([true, true, false])
  // What was read stays read.
  await mark(one!.markAsReadToken)
  expect(aki.seesRead(two!.id)).toBe(true)
  const { body: info } = await call('/v2/bot/info')
  expect(info).toMatchObject({ chatMode: 'chat', markAsReadMode: 'manual' })
})

it('is in the control API, which also changes when messages are read', async () => {
  const { line } = setUp(asChat)
  const ask = async (method: string, path: string, body?: object) => {
    const headers = { 'content-type': 'application/json' }
    const request = {
      method,
      path: `/_fukidashi${path}`,
      headers,
      body: JSON.stringify(body) ?? '',
    }
    return JSON.parse((await control(line, request)).body as string) as Record<string, unknown>[]
  }
  const aki = line.user('Aki')
  await aki.says('one')
  expect((await ask('GET', '/people/Aki/chat')).map(({ read }) => read)).toEqual([undefined])
  expect(await ask('PUT', '/settings', { chatMode: 'bot' })).toMatchObject({
    chatMode: 'bot',
    markAsReadMode: 'auto',
  })
  await aki.says('two')
  expect((await ask('GET', '/people/Aki/chat')).map(({ read }) => read)).toEqual([true, true])
  expect(await ask('PUT', '/settings', { chatMode: 'x' })).toMatchObject({
    error: 'option_invalid',
  })
})
