/** Stories of chats: a script, a bot, a transcript. */
import { expect, it } from 'vitest'
import { Confirm, MessageAction, Postback, Text } from 'fukidashi'
import { defineCatalog } from 'fukidashi/catalog'
import { createBot } from 'fukidashi/webhook'

const catalog = defineCatalog({ locales: ['ja', 'en'], account: { name: 'Tea shop' } })

const bot = createBot({ channelSecret: 'secret', channelAccessToken: 'token' })
bot.on('message:text', async (ctx) => {
  const profile = await ctx.profile()
  await ctx.reply(
    <Confirm altText="Tea?">
      {profile?.language === 'ja' ? 'お茶はいかがですか？' : 'Tea?'}
      <Postback label="Tea" data={`tea ${ctx.event.timestamp}`} />
      <MessageAction label="No" text="no" />
    </Confirm>,
  )
})
bot.on('postback', (ctx) => ctx.reply(<Text>{ctx.event.postback.data}</Text>))

const order = catalog.chat({
  title: 'Shop/Order',
  bot,
  script: async (aki) => {
    await aki.says('menu')
    await aki.taps('Tea')
  },
})

it('plays the script once in each locale, which is the language of the person', async () => {
  expect(order.kind).toBe('chat')
  expect(await order.render({ locale: 'ja' })).toContain('お茶はいかがですか？')
  expect(await order.render({ locale: 'en' })).toContain('Tea?')
})

it('gives the same transcript each time: time and chance are fixed', async () => {
  const first = await order.render({ locale: 'en' })
  expect(first).toContain(`bot: tea ${Date.UTC(2026, 7, 1)}`)
  expect(await order.render({ locale: 'en' })).toBe(first)
})

it('begins at the time of its definition, with the name of the person', async () => {
  const start = new Date('2027-01-01T00:00:00Z')
  const story = catalog.chat({
    title: 'New year',
    bot,
    person: 'Ken',
    start,
    script: async (ken) => {
      await ken.says('hi')
      await ken.taps('Tea')
    },
  })
  const transcript = await story.render()
  expect(transcript).toContain('Ken: hi')
  expect(transcript).toContain(`bot: tea ${start.getTime()}`)
})

it('can have a bot of its own in each locale', async () => {
  const story = catalog.chat({
    title: 'Echo',
    bot: (locale) => {
      const echo = createBot({ channelSecret: 'secret' })
      echo.on('message', (ctx) => ctx.reply(locale))
      return echo
    },
    script: (aki) => aki.says('which?'),
  })
  expect(await story.render({ locale: 'en' })).toBe('Aki: which?\nbot: en')
})

it('reports a script that fails, with the transcript until then', async () => {
  const story = catalog.chat({ title: 'Bad', bot, script: (aki) => aki.taps('Coffee') })
  await expect(story.render()).rejects.toMatchObject({
    code: 'script_failed',
    message: expect.stringContaining('Coffee') as string,
  })
  expect(await story.check()).toMatchObject({
    output: '',
    problems: [{ severity: 'error', message: expect.stringContaining('Coffee') as string }],
  })
})

it('refuses a chat without a bot or script', () => {
  const untyped = (options: object) => catalog.chat(options as never)
  expect(() => untyped({ title: 'a', script: () => 0 })).toThrow('bot must be')
  expect(() => untyped({ title: 'a', bot })).toThrow('script must be')
})
