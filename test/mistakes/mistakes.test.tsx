/** Usual mistakes of beginners. The snapshot is the table of what they read: what is wrong, where, what is permitted, what to do next. */
import { describe, expect, it, vi } from 'vitest'
import { LineClient } from '../../src/client/index.js'
import { createEmulator } from '../../src/emulator/index.js'
import {
  Buttons,
  Confirm,
  Flex,
  Image,
  Mention,
  MessageAction,
  Postback,
  QuickReply,
  render,
  Text,
  Uri,
  validate,
} from '../../src/index.js'
import { type Bot, createBot, toLambda, toNodeListener } from '../../src/webhook/index.js'

/** A value of another type than TypeScript permits: as in JavaScript, or from JSON. */
const loose = (value: unknown) => value as never

/** The text without the line of this file. */
const textOf = (error: unknown): string =>
  String(error).replaceAll(/test\/mistakes\/[\w.]+:\d+:\d+/g, 'bot.tsx:9:5')

const tokenOnly = { channelAccessToken: 'x' }
const options = { channelSecret: 'x', channelAccessToken: 'y' }
const flex = (contents: unknown) => (
  <Flex.Message altText="a">
    <Flex.Bubble>
      <Flex.Body>{loose(contents)}</Flex.Body>
    </Flex.Bubble>
  </Flex.Message>
)

const ofMessages: Readonly<Record<string, () => unknown>> = {
  'an empty text as the message': () => render(''),
  'nothing as the message': () => render(loose(undefined)),
  'a confirm with one button': () =>
    render(
      <Confirm altText="a" text="Sure?">
        <Postback label="Yes" data="yes" />
      </Confirm>,
    ),
  'buttons with five actions': () =>
    render(
      <Buttons altText="a" text="Pick">
        {['1', '2', '3', '4', '5'].map((label) => (
          <Postback label={label} data={label} />
        ))}
      </Buttons>,
    ),
  'six messages': () => render(['1', '2', '3', '4', '5', '6']),
  'an http URL of an image': () =>
    render(
      <Image
        originalContentUrl="http://x.example/a.png"
        previewImageUrl="https://x.example/b.png"
      />,
    ),
  'a URL without a scheme': () =>
    render(
      <Buttons altText="a" text="Pick">
        <Uri label="Shop" uri="example.com" />
      </Buttons>,
    ),
  'a number as the prop text': () => render(<Text text={loose(5)} />),
  'a label that is too long': () =>
    render(
      <Buttons altText="a" text="Pick">
        <Postback label="Add this item to my basket" data="1" />
      </Buttons>,
    ),
  'a postback without data': () =>
    render(
      <Buttons altText="a" text="Pick">
        <Postback label="Yes" data={loose(undefined)} />
      </Buttons>,
    ),
  'an alternative text that is empty': () =>
    render(
      <Buttons altText="" text="Pick">
        <Postback label="Yes" data="1" />
      </Buttons>,
    ),
  'a text message in a bubble': () => render(flex(<Text>hi</Text>)),
  'a Flex text as a message': () => render(loose(<Flex.Text>hi</Flex.Text>)),
  'an action as a message': () => render(loose(<Postback label="Yes" data="1" />)),
  'a colour by its name': () => render(flex(<Flex.Text color="red">hi</Flex.Text>)),
  'fourteen quick replies': () =>
    render(
      <Text>
        Pick
        <QuickReply>
          {Array.from({ length: 14 }, (_, i) => (
            <MessageAction label={String(i)} text="x" />
          ))}
        </QuickReply>
      </Text>,
    ),
  'a component that is not called': () => render(loose(Text)),
  'JSX of React': () =>
    render(loose({ $$typeof: Symbol.for('react.transitional.element'), type: 'div', props: {} })),
  'an async component in render': () => render(loose(Promise.resolve('hi'))),
  'a misspelt option of render': () => render('hi', loose({ contxt: {} })),
  'a misspelt option of validate': () => validate('hi', loose({ endpont: 'push' })),
}

const ofSetup: Readonly<Record<string, () => unknown>> = {
  "'text' as a filter": () => createBot(options).on(loose('text'), () => undefined),
  'a misspelt filter': () => createBot(options).on(loose('mesage'), () => undefined),
  'a text as a filter': () => createBot(options).on(loose('What is new?'), () => undefined),
  'a handler that is missing': () => createBot(options).on('message', loose(undefined)),
  'a misspelt option of createBot': () => createBot(loose({ chanelSecret: 'x' })),
  'a misspelt option of LineClient': () => new LineClient(loose({ channelAccesToken: 'x' })),
  'a misspelt option of createEmulator': () => createEmulator(loose({ bots: 1 })),
  'a secret that is empty': () => createBot({ ...options, channelSecret: '' }),
  'no secret, as without .env': () => {
    vi.stubEnv('LINE_CHANNEL_SECRET', undefined)
    try {
      return toNodeListener(createBot())
    } finally {
      vi.unstubAllEnvs()
    }
  },
  'a token that is not set': () =>
    toNodeListener(createBot({ channelSecret: 'x', channelAccessToken: undefined })),
  'a listener of something else': () => toNodeListener(loose(() => undefined)),
  'a Lambda of something else': () => toLambda(loose({})),
  'a base URL without a scheme': () => new LineClient({ ...tokenOnly, baseUrl: '127.0.0.1:4000' }),
  'an emulator of something else': () => createEmulator({ bot: loose({}) }),
  'a webhook URL without a scheme': () => createEmulator({ webhook: 'localhost:3000/webhook' }),
  'a label that is not there': () =>
    createEmulator({ webhook: () => new Response() })
      .user('Aki')
      .taps('Buy'),
  'a number as what a person says': () => createEmulator().user('Aki').says(loose(5)),
}

interface Ctx {
  reply: (text: string) => Promise<unknown>
}

const ofHandlers: Readonly<Record<string, (bot: Bot) => unknown>> = {
  'a handler that returns JSX instead of sending it': (bot) =>
    bot.on(
      'message:text',
      loose(() => <Text>hi</Text>),
    ),
  'an async handler that returns a text instead of sending it': (bot) =>
    bot.on(
      'message:text',
      loose(() => Promise.resolve('hi')),
    ),
  'two replies to one event': (bot) =>
    bot.on('message:text', async (ctx) => {
      await ctx.reply('one')
      await ctx.reply('two')
    }),
  'a reply that is not awaited, and wrong': (bot) =>
    bot.on('message:text', (ctx) => {
      void ctx.reply(<Text text="" />)
    }),
  'six messages in one reply': (bot) =>
    bot.on('message:text', (ctx) => ctx.reply(['1', '2', '3', '4', '5', '6'])),
  'two messages as two arguments': (bot) =>
    bot.on('message:text', (ctx) => ctx.reply('one', loose('two'))),
  'a misspelt option of a reply': (bot) =>
    bot.on('message:text', (ctx) => ctx.reply('one', loose({ notifcationDisabled: true }))),
  'a mention outside of groups': (bot) =>
    bot.on('message:text', (ctx) =>
      ctx.reply(
        <Text>
          Hi <Mention userId={ctx.userId!} />
        </Text>,
      ),
    ),
  'a reply to an event without a reply token': (bot) =>
    bot.on(
      'unfollow',
      loose((ctx: Ctx) => ctx.reply('x')),
    ),
  'tsx without jsxImportSource': (bot) =>
    bot.on('message:text', () => {
      throw new ReferenceError('React is not defined')
    }),
}

const thrownBy = async (run: () => unknown): Promise<unknown> => {
  try {
    await run()
  } catch (error) {
    return error
  }
  return 'nothing was thrown'
}

describe.each([
  ['messages', ofMessages],
  ['set-up', ofSetup],
])('mistakes of %s', (_, mistakes) => {
  it.each(Object.keys(mistakes))('%s', async (name) => {
    const error = await thrownBy(mistakes[name]!)
    expect(error).toBeInstanceOf(Error)
    expect(textOf(error)).toMatchSnapshot()
  })
})

describe('mistakes of handlers', () => {
  it.each(Object.keys(ofHandlers))('%s', async (name) => {
    vi.spyOn(console, 'error').mockReturnValue()
    vi.spyOn(console, 'warn').mockReturnValue()
    const bot = createBot(options)
    ofHandlers[name]!(bot)
    const line = createEmulator({ bot })
    const aki = line.user('Aki')
    await aki.says('hi')
    await aki.blocks()
    expect(line.failures).toHaveLength(1)
    const { severity, name: kind, message, hint } = line.failures[0]!
    const text = [`${severity} ${kind}: ${message}`, hint].filter(Boolean).join('\n')
    expect(textOf(text)).toMatchSnapshot()
    vi.restoreAllMocks()
  })
})

describe('mistakes of bots elsewhere', () => {
  it('a wrong secret', async () => {
    const bot = createBot({ ...options, onWarning: () => undefined })
    const line = createEmulator({ webhook: bot.fetch })
    await line.user('Aki').says('hi')
    expect(line.failures.map(({ message, hint }) => `${message}\n${hint}`)).toMatchSnapshot()
  })

  it('a base URL with the path of the webhook', async () => {
    const line = createEmulator()
    const client = new LineClient({
      ...tokenOnly,
      baseUrl: 'http://127.0.0.1:4000/webhook',
      fetch: line.fetch,
    })
    await thrownBy(() => client.messages.push('U' + '0'.repeat(32), 'hi'))
    expect(line.failures.map(({ message, hint }) => `${message}\n${hint}`)).toMatchSnapshot()
  })

  it('prints what JSX of React needs', async () => {
    const printed = vi.spyOn(console, 'error').mockReturnValue()
    const bot = createBot(options)
    ofHandlers['tsx without jsxImportSource']!(bot)
    await createEmulator({ bot }).user('Aki').says('hi')
    expect(printed.mock.calls.flat().map(String).join(' ')).toContain('jsxImportSource')
    vi.restoreAllMocks()
  })
})
