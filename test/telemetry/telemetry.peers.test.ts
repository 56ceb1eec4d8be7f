/** Traces and metrics of bots and queues, with the SDK of OpenTelemetry. */
import { SpanKind, SpanStatusCode } from '@opentelemetry/api'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { LineClient } from 'fukidashi/client'
import { consume, memoryQueue, receiver } from 'fukidashi/queue'
import { memoryStore } from 'fukidashi/store'
import { traceOf } from 'fukidashi/telemetry'
import { toNodeListener } from 'fukidashi/webhook'
import { close, listen } from '../webhook/adapters/servers.js'
import {
  aki,
  ben,
  bodyOf,
  FakeClock,
  post,
  promise,
  says,
  secret,
  sign,
} from '../webhook/support.js'
import { botOf, twoProcesses } from './processes.js'
import { observed, useContexts } from './support.js'

beforeAll(useContexts)

describe('an event that one process receives and another handles', () => {
  it('is one trace: webhook, queue, handlers and calls, with a span of the handler', async () => {
    const { front, back, queue, bot, send, clock } = await twoProcesses()
    bot.on('message:text', (ctx) =>
      back.tracer.startActiveSpan('look up the price', async (span) => {
        await ctx.reply('100 yen')
        span.end()
      }),
    )
    const text = says('how much?')
    await send(text)
    const consumer = consume(bot, { queue, clock })
    await vi.waitFor(() => back.span('receive mailbox'))
    await consumer.close()

    const { traceId, spanId } = traceOf(text['webhookEventId'] as string)
    const webhook = front.span('LINE webhook')
    const sent = front.span('send message:text')
    const process = back.span('process message:text')
    const own = back.span('look up the price')
    const call = back.span('replyMessage')
    expect([webhook, sent, process, own, call].map(({ trace }) => trace)).toEqual(
      Array(5).fill(traceId),
    )
    expect(webhook).toMatchObject({ kind: SpanKind.SERVER, parent: spanId })
    expect(sent).toMatchObject({ kind: SpanKind.PRODUCER, parent: webhook.id })
    expect(process).toMatchObject({ kind: SpanKind.CONSUMER, parent: spanId })
    expect(process.links).toEqual([back.span('receive mailbox').id])
    expect(own.parent).toBe(process.id)
    expect(call).toMatchObject({ kind: SpanKind.CLIENT, parent: own.id })
    expect(process.attributes).toMatchObject({
      'messaging.system': 'line',
      'messaging.operation.type': 'process',
      'messaging.message.id': text['webhookEventId'],
      'line.event.type': 'message',
      'line.message.type': 'text',
      'line.event.redelivery': false,
      'fukidashi.outcome': 'handled',
      'fukidashi.attempt': 1,
    })
    expect(call.attributes).toMatchObject({
      'http.request.method': 'POST',
      'url.template': '/v2/bot/message/reply',
      'http.response.status_code': 200,
      'line.request_id': 'r',
    })
  })

  it('has a span for each run, and says that it went to the dead letters', async () => {
    const { back, queue, bot, send, clock } = await twoProcesses()
    bot.on('message', () => Promise.reject(new TypeError('the text was: how much?')))
    bot.catch(() => undefined)
    await send(says('how much?'))
    const options = { queue, clock, attempts: 2, delay: () => 1, onDead: () => undefined }
    const consumer = consume(bot, options)
    await vi.waitFor(async () => {
      await clock.pass(1_000)
      expect((await queue.mailboxes.counts()).dead).toBe(1)
    })
    await consumer.close()
    const runs = back.spans.filter(({ name }) => name === 'process message:text')
    expect(runs.map(({ attributes }) => attributes['fukidashi.attempt'])).toEqual([1, 2])
    for (const run of runs) {
      expect(run).toMatchObject({ status: SpanStatusCode.ERROR, events: ['exception'] })
      expect(run.attributes).toMatchObject({
        'error.type': 'TypeError',
        'fukidashi.outcome': 'failed',
      })
    }
    expect(await back.metric('fukidashi.dead_letters')).toEqual([
      [{ 'line.event.type': 'message', 'fukidashi.reason': 'failed' }, 1],
    ])
    expect(await back.metric('fukidashi.queue.dead')).toEqual([[{}, 1]])
    expect(await back.metric('fukidashi.queue.waiting')).toEqual([[{}, 0]])
    expect(await back.metric('fukidashi.events')).toEqual([
      [
        {
          'line.event.type': 'message',
          'line.message.type': 'text',
          'fukidashi.outcome': 'failed',
        },
        2,
      ],
    ])
  })

  it('is handled as without telemetry where the platform limits a worker', async () => {
    const { back, queue, bot, send, clock } = await twoProcesses()
    bot.on('message', () => undefined)
    await send(says('1'), says('2'))
    const { mailboxes } = queue
    const wake = () => Promise.resolve()
    const consumer = consume(bot, { queue: { mailboxes, wake }, clock })
    const [mailbox] = await mailboxes.waiting(-1, 1)
    await consumer.drain(mailbox!, undefined, () => false)
    expect(back.spans.filter(({ name }) => name.startsWith('process'))).toHaveLength(1)
    expect((await mailboxes.counts()).waiting).toBe(1)
  })

  it('has an error in the receiver when the queue does not keep it', async () => {
    const front = await observed()
    const queue = memoryQueue()
    const broken = { ...queue, wake: () => Promise.reject(new Error('away: secret-password')) }
    const onWarning = () => undefined
    const options = { channelSecret: secret, queue: broken, onWarning, observers: front.observer }
    const body = bodyOf(says('hi'))
    const headers = { 'x-line-signature': sign(body) }
    const request = new Request('http://x/', { method: 'POST', headers, body })
    expect((await receiver(options).fetch(request)).status).toBe(503)
    expect(front.span('send message:text').status).toBe(SpanStatusCode.ERROR)
    expect(front.span('LINE webhook')).toMatchObject({
      status: SpanStatusCode.ERROR,
      attributes: { 'http.response.status_code': 503 },
    })
    expect(await front.metric('fukidashi.queue.unavailable')).toEqual([[{}, 1]])
    expect(await front.exported()).not.toContain('secret-password')
  })
})

describe('a bot in one process', () => {
  it('links its webhook to the span of the HTTP server', async () => {
    const process = await observed()
    const { bot } = botOf(process)
    bot.on('message', (ctx) => ctx.reply('hello'))
    const text = says('hi')
    const http = await process.tracer.startActiveSpan('POST /webhook', async (span) => {
      await post(bot, bodyOf(text))
      span.end()
      return span.spanContext().spanId
    })
    const webhook = process.span('LINE webhook')
    const handled = process.span('process message:text')
    expect(webhook.links).toEqual([http])
    expect(handled.parent).toBe(webhook.id)
    expect(process.span('replyMessage').parent).toBe(handled.id)
    expect(handled.trace).toBe(traceOf(text['webhookEventId'] as string).traceId)
  })

  it('has a trace for each event of a webhook, linked to the webhook', async () => {
    const process = await observed()
    const { bot } = botOf(process)
    bot.on('message', () => undefined)
    const events = [says('1'), says('2', { source: { type: 'user', userId: ben } })]
    await post(bot, bodyOf(...events))
    const spans = process.spans.filter(({ name }) => name.startsWith('process'))
    const traces = events.map((one) => traceOf(one['webhookEventId'] as string).traceId)
    expect(spans.map(({ trace }) => trace)).toEqual(traces)
    expect(spans.map(({ links }) => links.length)).toEqual([0, 1])
    expect(spans[1]!.links).toEqual([process.span('LINE webhook').id])
  })

  it('keeps the trace of an event that waits for another of the same user', async () => {
    const process = await observed()
    const { bot } = botOf(process)
    const gate = promise()
    bot.on('message', async (ctx) => {
      if (ctx.text === 'first') await gate.kept
      await ctx.reply('ok')
    })
    const events = [says('first'), says('second')]
    const answers = events.map((one) => post(bot, bodyOf(one)))
    gate.resolve()
    await Promise.all(answers)
    const ids = events.map((one) => traceOf(one['webhookEventId'] as string).traceId)
    const calls = process.spans.filter(({ name }) => name === 'replyMessage')
    expect(calls.map(({ trace }) => trace).sort()).toEqual([...ids].sort())
  })

  it('reports redeliveries as duplicates, with a span of their own', async () => {
    const process = await observed()
    const { bot } = botOf(process)
    bot.on('message', () => undefined)
    const text = says('hi')
    await post(bot, bodyOf(text))
    await post(bot, bodyOf({ ...text, deliveryContext: { isRedelivery: true } }))
    const spans = process.spans.filter(({ name }) => name.startsWith('process'))
    expect(spans.map(({ attributes }) => attributes['fukidashi.outcome'])).toEqual([
      'handled',
      'duplicate',
    ])
    expect(spans[1]!.attributes['line.event.redelivery']).toBe(true)
  })

  it('has the error, the status and the retries of a call that LINE refuses', async () => {
    const process = await observed()
    const clock = new FakeClock()
    let count = 0
    const fetch = () =>
      Promise.resolve(
        ++count === 1
          ? new Response('{"message":"busy"}', { status: 500 })
          : new Response('{"message":"The user Aki is gone"}', { status: 400 }),
      )
    const retry = { attempts: 2 }
    const { bot } = botOf(process, { clock, fetch: fetch, retry })
    bot.on('message', (ctx) => ctx.push('hello'))
    bot.catch(() => 'handled')
    const answer = post(bot, bodyOf(says('hi')))
    await vi.waitFor(async () => {
      await clock.pass(1_000)
      process.span('pushMessage')
    })
    await answer
    expect(process.span('pushMessage')).toMatchObject({
      status: SpanStatusCode.ERROR,
      events: ['retry'],
      attributes: {
        'http.response.status_code': 400,
        'http.request.resend_count': 1,
        'error.type': expect.any(String) as string,
      },
    })
    expect(await process.metric('fukidashi.call.retries')).toEqual([
      [{ 'line.operation': 'pushMessage' }, 1],
    ])
    expect(process.span('process message:text')).toMatchObject({
      events: ['exception'],
      attributes: { 'fukidashi.outcome': 'handled' },
    })
  })

  it('counts webhooks that it refuses, and wrong signatures', async () => {
    const process = await observed()
    const { bot } = botOf(process, { onWarning: () => undefined })
    await post(bot, bodyOf(says('hi')), { signature: sign('another body') })
    await post(bot, bodyOf(says('hi')), { signature: '' })
    await post(bot, bodyOf())
    expect(await process.metric('fukidashi.webhooks')).toEqual([
      [{ 'http.response.status_code': 401 }, 2],
      [{ 'http.response.status_code': 200 }, 1],
    ])
    expect(await process.metric('fukidashi.signature.failures')).toEqual([[{}, 1]])
  })

  it('measures the age of events, and how long handlers and calls take', async () => {
    const process = await observed()
    const clock = new FakeClock()
    const { bot } = botOf(process, { clock })
    bot.on('message', (ctx) => ctx.reply('hello'))
    await post(bot, bodyOf(says('hi', { timestamp: clock.now() - 3_000 })))
    const type = { 'line.event.type': 'message', 'line.message.type': 'text' }
    expect(await process.metric('fukidashi.event.delay')).toEqual([[type, { count: 1, sum: 3 }]])
    expect(await process.metric('messaging.process.duration')).toMatchObject([
      [{ ...type, 'fukidashi.outcome': 'handled' }, { count: 1 }],
    ])
    expect(await process.metric('fukidashi.call.duration')).toMatchObject([
      [{ 'line.operation': 'replyMessage', 'http.response.status_code': 200 }, { count: 1 }],
    ])
  })

  it('counts calls of a store that is away', async () => {
    const process = await observed()
    const store = memoryStore()
    store.claim = () => Promise.reject(new Error('away'))
    const { bot } = botOf(process, { store, onWarning: () => undefined })
    bot.on('message', () => undefined)
    await post(bot, bodyOf(says('hi')))
    expect(await process.metric('fukidashi.store.unavailable')).toEqual([[{}, 1]])
  })
})

describe('a server', () => {
  it('of Node is observed like others', async () => {
    const process = await observed()
    const { bot } = botOf(process)
    bot.on('message', (ctx) => ctx.reply('hello'))
    const { url, server } = await listen(toNodeListener(bot))
    const body = bodyOf(says('hi'))
    const headers = { 'x-line-signature': sign(body) }
    expect((await fetch(url, { method: 'POST', headers, body })).status).toBe(200)
    expect((await fetch(url)).status).toBe(405)
    await close(server)
    expect(process.span('process message:text').parent).toBe(process.span('LINE webhook').id)
    expect(await process.metric('fukidashi.webhooks')).toEqual([
      [{ 'http.response.status_code': 200 }, 1],
      [{ 'http.response.status_code': 405 }, 1],
    ])
  })
})

describe('a client outside of handlers', () => {
  it('has spans below the active one, and one span in a bot', async () => {
    const process = await observed()
    const { line } = botOf(process)
    const fetch = line.fetch as never
    const client = process.observer.client(new LineClient({ channelAccessToken: 't', fetch }))
    await process.tracer.startActiveSpan('campaign', async (span) => {
      await client.messages.push(aki, 'hello')
      span.end()
    })
    expect(process.span('pushMessage').parent).toBe(process.span('campaign').id)
    const { bot } = botOf(process, { client })
    bot.on('message', (ctx) => ctx.reply('hello'))
    await post(bot, bodyOf(says('hi')))
    expect(process.span('replyMessage').parent).toBe(process.span('process message:text').id)
  })
})
