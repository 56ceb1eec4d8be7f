/** Whatever is posted: 2xx or 4xx, nothing thrown, and nothing believed that was not signed. */
import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import {
  bodyOf,
  botWith,
  destination,
  event,
  post,
  says,
  secret,
  sign,
  taps,
  team,
} from '../support.js'

const encoder = new TextEncoder()

let thrown: unknown[]
const note = (error: unknown) => thrown.push(error)
beforeEach(() => {
  thrown = []
  process.on('unhandledRejection', note)
})
afterEach(() => {
  process.off('unhandledRejection', note)
  expect(thrown).toEqual([])
})

const look = (...things: unknown[]) => things.length

/** A bot with handlers that look at everything they may. */
function curious() {
  const { bot } = botWith({ dedupe: false })
  const failed: unknown[] = []
  let heard = 0
  bot.use((ctx, next) => {
    heard += 1
    look(ctx.userId, ctx.chatId, ctx.text, ctx.textWithoutMention, ctx.mentionsMe, ctx.postback)
    look(ctx.message, ctx.source, ctx.replyToken, ctx.canReply())
    return next()
  })
  bot.on(['group', /a/], () => undefined)
  bot.on('message:text', () => undefined)
  bot.on('postback', () => undefined)
  bot.onUnknown(() => undefined)
  bot.catch((error) => void failed.push(error))
  return { bot, failed, heard: () => heard }
}

const samples = [
  bodyOf(says('今日は 🤨 a')),
  bodyOf(
    taps('action=buy&id=1'),
    event({ type: 'unfollow', source: { type: 'group', groupId: team } }),
  ),
  bodyOf(),
].map((body) => encoder.encode(body))

/** A change to some bytes. */
const mutation = fc.oneof(
  fc.record({ kind: fc.constant('flip'), at: fc.nat(), bit: fc.nat(7) }),
  fc.record({ kind: fc.constant('insert'), at: fc.nat(), byte: fc.nat(255) }),
  fc.record({ kind: fc.constant('delete'), at: fc.nat(), bit: fc.constant(0) }),
  fc.record({ kind: fc.constant('cut'), at: fc.nat(), bit: fc.constant(0) }),
)

function mutate(
  bytes: Uint8Array,
  change: { kind: string; at: number; bit?: number; byte?: number },
) {
  const list = Array.from(bytes)
  const at = list.length ? change.at % list.length : 0
  if (change.kind === 'flip') list[at]! ^= 1 << change.bit!
  if (change.kind === 'insert') list.splice(at, 0, change.byte!)
  if (change.kind === 'delete') list.splice(at, 1)
  if (change.kind === 'cut') list.length = at
  return Uint8Array.from(list)
}

it('10,000 changed bodies under the old signature are refused', async () => {
  const { bot, failed, heard } = curious()
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...samples),
      fc.array(mutation, { minLength: 1, maxLength: 3 }),
      async (body, changes) => {
        const changed = changes.reduce(mutate, body)
        fc.pre(!Buffer.from(changed).equals(Buffer.from(body)))
        expect((await post(bot, changed, { signature: sign(body) })).status).toBe(401)
      },
    ),
    { numRuns: 10_000 },
  )
  expect([failed, heard()]).toEqual([[], 0])
}, 300_000)

it('10,000 changed signatures are refused', async () => {
  const { bot, failed, heard } = curious()
  const body = samples[0]!
  const right = sign(body)
  const wrong = fc.oneof(
    fc
      .array(mutation, { minLength: 1, maxLength: 3 })
      .map((changes) => Buffer.from(changes.reduce(mutate, Buffer.from(right))).toString('latin1')),
    fc.string({ unit: 'binary' }),
    fc.base64String(),
    fc
      .uint8Array({ minLength: 32, maxLength: 32 })
      .map((mac) => Buffer.from(mac).toString('base64')),
    fc.constantFrom(
      right.slice(0, -1),
      `${right} `,
      ` ${right}`,
      `${right}=`,
      right.replaceAll('+', '-').replaceAll('/', '_') + '\0',
    ),
  )
  await fc.assert(
    fc.asyncProperty(wrong, async (signature) => {
      fc.pre(signature !== right)
      expect((await post(bot, body, { signature })).status).toBe(401)
    }),
    { numRuns: 10_000 },
  )
  expect([failed, heard()]).toEqual([[], 0])
}, 300_000)

it('10,000 strange bodies that are signed are answered with 200 or 400', async () => {
  const { bot, failed } = curious()
  const word = fc.constantFrom(
    'type',
    'message',
    'source',
    'mode',
    'userId',
    'groupId',
    'text',
    'mention',
    'mentionees',
    'index',
    'length',
    'isSelf',
    'postback',
    'data',
    'replyToken',
    'webhookEventId',
    'timestamp',
    '__proto__',
    'constructor',
    'toString',
  )
  const value = fc.constantFrom<unknown>(
    'message',
    'text',
    'postback',
    'group',
    'user',
    'standby',
    'follow',
    'a',
    '__proto__',
    'constructor',
    null,
    0,
    -1,
    true,
    1e308,
    '',
  )
  const { thing } = fc.letrec((tie) => ({
    thing: fc.oneof(
      { maxDepth: 4, depthSize: 'small' },
      value,
      fc.dictionary(word, tie('thing'), { noNullPrototype: true }),
      fc.array(tie('thing'), { maxLength: 3 }),
    ),
  }))
  const odd = fc.dictionary(word, thing, { noNullPrototype: true }).map((fields) => event(fields))
  const body = fc.oneof(
    fc
      .array(fc.oneof(odd, thing), { maxLength: 4 })
      .map((events) => JSON.stringify({ destination, events })),
    fc.json(),
    fc.string(),
  )
  await fc.assert(
    fc.asyncProperty(body, async (text) => {
      const bytes = encoder.encode(text)
      const { status } = await post(bot, bytes, {
        signature: createHmac('sha256', secret).update(bytes).digest('base64'),
      })
      expect([200, 400]).toContain(status)
    }),
    { numRuns: 10_000 },
  )
  expect(failed).toEqual([])
}, 300_000)

it('warns no more often than once of each thing', async () => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue()
  const { bot, warnings } = botWith()
  for (let i = 0; i < 5; i++) await post(bot, '{"destination":"U","events":[null,5]}')
  expect(warnings).toHaveLength(1)
  expect(warn).not.toHaveBeenCalled()
  warn.mockRestore()
})
