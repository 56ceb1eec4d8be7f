/** Warnings about messages and about the set-up, as the author of a bot sees them. */
import { Flex, Text, type Warning } from 'fukidashi'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { LineClient } from '../../../src/client/index.js'
import {
  type BotContext,
  type BotOptions,
  type BotWarning,
  createBot,
} from '../../../src/webhook/index.js'
import type { Renderable } from '../../../src/render/index.js'
import { bodyOf, event, FakeClock, post, secret } from '../support.js'

/** LINE accepts everything. */
const fetch = () => Promise.resolve(Response.json({ sentMessages: [{ id: '1' }] }))

const misspelt = { type: 'text', text: 'hi', quickreply: {} } as never
const derived = (
  <Flex.Bubble>
    <Flex.Body>
      <Flex.Text>hi</Flex.Text>
    </Flex.Body>
  </Flex.Bubble>
)

let lines: string[] = []
beforeEach(() => {
  lines = []
  vi.spyOn(console, 'warn').mockImplementation((line: string) => void lines.push(line))
})
afterEach(() => vi.restoreAllMocks())

/** Handles an event for each handler. */
async function handling(
  options: BotOptions,
  ...handlers: ((
    ctx: BotContext & { reply: (node: Renderable, o?: object) => unknown },
  ) => unknown)[]
) {
  const bot = createBot({ channelSecret: secret, channelAccessToken: 't', fetch, ...options })
  let handler = handlers[0]!
  bot.use((ctx) => handler(ctx as never))
  for (handler of handlers) expect((await post(bot, bodyOf(event()))).status).toBe(200)
}

describe('a bot without onWarning warns on the console of', () => {
  it.each<[string, (ctx: BotContext & { reply: (node: Renderable) => unknown }) => unknown]>([
    ['a reply', (ctx) => ctx.reply(misspelt)],
    ['a push', (ctx) => ctx.push(misspelt)],
    [
      'a message that a handler sends with ctx.line',
      (ctx) => ctx.line.messages.push('U1', misspelt),
    ],
    ['a broadcast', (ctx) => ctx.line.messages.broadcast(misspelt)],
  ])('%s', async (_, handler) => {
    await handling({}, handler)
    expect(lines).toEqual([
      expect.stringMatching(/^fukidashi: messages\[0\]\.quickreply: .*quickReply/),
    ])
  })

  it('a reply of more than five messages, with the place in the whole reply', async () => {
    const six = [...Array.from({ length: 5 }, (_, i) => `${i}`), misspelt]
    await handling({ push: 'overflow' }, (ctx) => ctx.reply(six))
    expect(lines).toEqual([expect.stringMatching(/^fukidashi: messages\[5\]\.quickreply: /)])
  })

  it('the component and the line that a message comes from', async () => {
    const Greeting = () => <Text {...{ quickreply: {} }}>hi</Text>
    await handling({}, (ctx) => ctx.reply(<Greeting />))
    expect(lines).toEqual([
      expect.stringMatching(/quickreply, <Greeting> › <Text>, .*warnings\.test\.tsx:\d+:\d+: /),
    ])
  })

  it('the same mistake in the same place only once, and of others too', async () => {
    const List = ({ count }: { count: number }) =>
      Array.from({ length: count }, (_, i) => <Text {...{ quickreply: {} }}>{i}</Text>)
    await handling(
      {},
      (ctx) => ctx.reply(misspelt),
      (ctx) => ctx.reply(misspelt),
      (ctx) => ctx.reply(['a', misspelt]),
      (ctx) => ctx.reply(<List count={3} />),
    )
    expect(lines).toEqual([
      expect.stringMatching(/messages\[0\]/),
      expect.stringMatching(/messages\[1\]/),
      expect.stringMatching(/messages\[0\].*<List>/),
    ])
  })

  it('at most 1,000 remembered mistakes: the oldest is forgotten first', async () => {
    const wrong = (name: string) => ({ type: 'text', text: 'hi', [name]: 1 }) as never
    const others = Array.from({ length: 1_000 }, (_, i) => wrong(`other${i}`))
    const names = (node: unknown) => (ctx: { push: (node: never) => unknown }) =>
      ctx.push(node as never)
    await handling({}, names(wrong('first')), names(wrong('first')))
    expect(lines).toHaveLength(1)
    await handling(
      {},
      names(wrong('first')),
      ...others.map(names),
      names(wrong('other999')),
      names(wrong('first')),
    )
    expect(lines).toHaveLength(1 + 1 + 1_000 + 1)
  })

  it('no altText that was derived: LINE shows it as any other', async () => {
    await handling({}, (ctx) => ctx.reply(derived))
    expect(lines).toEqual([])
  })

  it('a client of your own that says nothing', async () => {
    const client = new LineClient({ channelAccessToken: 't', fetch })
    await handling(
      { client, fetch: undefined },
      (ctx) => ctx.reply(misspelt),
      (ctx) => ctx.push(['a', misspelt]),
    )
    expect(lines).toHaveLength(2)
  })
})

it('a client of your own with onWarning gets its warnings, and the console none', async () => {
  const warnings: Warning[] = []
  const onWarning = (warning: Warning) => void warnings.push(warning)
  const client = new LineClient({ channelAccessToken: 't', fetch, onWarning })
  await handling(
    { client, push: 'overflow', fetch: undefined },
    (ctx) => ctx.reply(misspelt, { push: [] }),
    (ctx) => ctx.reply(misspelt),
    (ctx) => ctx.push(misspelt),
  )
  expect(warnings.map(({ code }) => code)).toEqual(Array(3).fill('unknown_property'))
  expect(lines).toEqual([])
})

it('a LineClient alone is silent', async () => {
  const client = new LineClient({ channelAccessToken: 't', fetch })
  await client.messages.push('U1', misspelt)
  expect(lines).toEqual([])
})

describe('onWarning', () => {
  it('of bot, client and call gets the same: code, message, problem and a line of text', async () => {
    const warnings: Record<string, BotWarning | Warning> = {}
    const keep = (name: string) => (warning: Warning) => void (warnings[name] = warning)
    await handling({ onWarning: keep('bot') }, (ctx) => ctx.reply(misspelt))
    await handling({ onWarning: keep('none') }, (ctx) =>
      ctx.reply(misspelt, { onWarning: keep('call') }),
    )
    const client = new LineClient({ channelAccessToken: 't', fetch, onWarning: keep('client') })
    await client.messages.push('U1', misspelt)
    expect(Object.keys(warnings)).toEqual(['bot', 'call', 'client'])
    for (const warning of Object.values(warnings)) {
      expect(warning).toEqual({
        code: 'unknown_property',
        message: expect.stringContaining('quickReply') as string,
        problem: expect.objectContaining({
          path: 'messages[0].quickreply',
          severity: 'warning',
        }) as object,
      })
      expect(String(warning)).toBe(`messages[0].quickreply: ${warning.message}`)
    }
  })

  it('gets warnings about the set-up, without a problem', async () => {
    const warnings: BotWarning[] = []
    const clock = new FakeClock()
    const onWarning = (warning: BotWarning) => void warnings.push(warning)
    const bot = createBot({ channelSecret: secret, maxAge: 1, clock, onWarning })
    await post(bot, bodyOf(event({ timestamp: 0 })))
    await post(bot, bodyOf(event({ timestamp: 0 })))
    expect(warnings).toEqual([
      { code: 'event_too_old', message: expect.stringContaining('maxAge') as string },
    ])
    expect(String(warnings[0])).toBe(warnings[0]!.message)
  })

  it('gets a derived altText, which the console does not', async () => {
    const codes: string[] = []
    await handling({ onWarning: ({ code }) => void codes.push(code) }, (ctx) => ctx.reply(derived))
    expect(codes).toEqual(['alt_text_derived'])
  })
})

describe('a reply of more than five messages is rendered as the client renders', () => {
  const long = { type: 'text', text: 'x'.repeat(5_001) } as const

  it('without checks, where the client has none', async () => {
    await handling({ push: 'overflow', validate: false }, (ctx) => ctx.reply(long))
    await handling({ push: 'overflow' }, (ctx) => ctx.reply(long, { validate: false }))
  })

  it('with the context of a client of your own', async () => {
    const bodies: string[] = []
    const client = new LineClient({
      channelAccessToken: 't',
      context: { name: 'Aki' } as object,
      fetch: (_, init) => {
        bodies.push(init.body as string)
        return fetch()
      },
    })
    const Name = (_: object, { name }: { name: string }) => <Text>{name}</Text>
    await handling({ client, push: 'overflow', fetch: undefined }, (ctx) => ctx.reply(<Name />))
    expect(bodies).toEqual([expect.stringContaining('Aki')])
  })
})
