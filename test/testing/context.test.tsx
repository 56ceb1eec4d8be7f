/** Expected components get the context of the bot's own. */
import { describe, expect, it } from 'vitest'
import { type FC, Text } from 'fukidashi'
import {
  assertPushed,
  assertReceived,
  createEmulator,
  FakeClock,
  type LineMatchers,
  matchers,
} from '../../src/testing/index.js'
import { createBot, type BotContext } from '../../src/webhook/index.js'

expect.extend(matchers)

declare module 'vitest' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- as the documents show it
  interface Matchers<T> extends LineMatchers<T> {}
}

interface Words {
  hello: string
}

const Hello: FC<object, Words> = (_, { hello }) => <Text>{hello}</Text>
const Plain: FC<object, Partial<Words>> = (_, { hello = 'Hi' }) => <Text>{hello}</Text>

/** A bot that greets people in their language. */
function greeting(context?: (ctx: BotContext) => object) {
  const bot = createBot({
    channelSecret: 'x',
    channelAccessToken: 'y',
    ...(context && { context: context }),
  })
  bot.on({ text: 'hi' }, (ctx) => ctx.reply(context ? <Hello /> : <Plain />))
  bot.on({ text: 'later' }, (ctx) => ctx.push(<Hello />))
  const line = createEmulator({ bot, clock: new FakeClock() })
  return { line, aki: line.user('Aki'), ken: line.user('Ken') }
}

describe('toHaveReceived', () => {
  it('renders with the context that the bot has made for that chat', async () => {
    let language = 'en'
    const { aki, ken, line } = greeting(
      async () =>
        await Promise.resolve({
          hello: { en: 'Hello', ja: 'こんにちは' }[language],
        }),
    )
    const team = line.group('Team', [aki, ken])
    await aki.says('hi')
    language = 'ja'
    await ken.says('hi')
    await ken.says('later', { in: team })
    expect(aki).toHaveReceived('Hello')
    expect(aki).toHaveReceived(<Hello />)
    expect(ken).toHaveReceived(<Hello />)
    expect(ken).toHaveReceived([<Hello />])
    expect(team).toHaveBeenPushed(<Hello />)
    expect(team).not.toHaveReceived('Hello')
    assertReceived(aki, <Hello />)
    assertPushed(team, <Hello />)
    expect(aki).not.toHaveReceived(<Hello />, { context: { hello: 'こんにちは' } as never })
  })

  it('renders with an empty context if the bot has no context option', async () => {
    const { aki } = greeting()
    await aki.says('hi')
    expect(aki).toHaveReceived(<Plain />)
  })

  it('asks for a context that the bot has not made yet', async () => {
    const { aki, line } = greeting(() => ({ hello: 'Hello' }))
    expect(() => expect(aki).toHaveReceived(<Hello />)).toThrow(
      /reads "hello" from its context .* has not answered Aki .* toHaveReceived\(<X \/>, { context: { … } }\)/,
    )
    expect(() => assertReceived(aki, <Hello />)).toThrow('context is not known')
    expect(() => expect(aki).not.toHaveReceived([/a/, <Hello />] as never)).toThrow(
      'context is not known',
    )
    await line.client({ context: { hello: 'Hello' } as never }).messages.push(aki.id, <Hello />)
    expect(() => expect(aki).toHaveReceived(<Hello />)).toThrow('context is not known')
    expect(aki).toHaveReceived(<Hello />, { context: { hello: 'Hello' } as never })
  })

  it('asks for the context of a bot that is not in this process', async () => {
    const line = createEmulator({ webhook: () => new Response() })
    const aki = line.user('Aki')
    await line.client().messages.push(aki.id, 'Hi')
    const Spread: FC<object, Partial<Words>> = (_, context) => (
      <Text>{{ hello: 'Hi', ...context }.hello}</Text>
    )
    const Asks: FC<object, Partial<Words>> = (_, context) => (
      <Text>{'hello' in context ? 'a' : 'Hi'}</Text>
    )
    for (const expected of [<Plain />, <Spread />, <Asks />]) {
      expect(() => expect(aki).toHaveReceived(expected)).toThrow('or { context: {} } for none')
      expect(aki).toHaveReceived(expected, { context: {} })
    }
    expect(aki).toHaveReceived(<Text>Hi</Text>)
  })

  it('reports the error of a component that does not read the context', () => {
    const Broken = () => {
      throw new Error('not today')
    }
    expect(() => expect(createEmulator().user('Aki')).toHaveReceived(<Broken />)).toThrow(
      'not today',
    )
  })
})

describe('line.client()', () => {
  it('sends as a cron job does, with the clock and token of the emulator', async () => {
    const { line, aki } = greeting()
    await line.client().messages.push(aki.id, 'Good morning')
    expect(aki).toHaveBeenPushed('Good morning')
    expect((await line.client().users.profile(aki.id)).displayName).toBe('Aki')
    line.fault({ operation: 'pushMessage', status: 500 })
    const sending = line.client().messages.push(aki.id, 'again')
    await line.passes(60_000)
    await sending
    expect(aki).toHaveBeenPushed('again')
  })
})
