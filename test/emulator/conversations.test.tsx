/** Two hundred conversations, each made by chance from a seed, against a bot with every kind of answer. */
import { describe, expect, it } from 'vitest'
import {
  Buttons,
  Carousel,
  Column,
  Confirm,
  DatetimePicker,
  Flex,
  Mention,
  MessageAction,
  Postback,
  QuickReply,
  Sticker,
  Text,
  Uri,
} from 'fukidashi'
import { createEmulator, EmulatorError, type Group, type Turn } from '../../src/emulator/index.js'
import { FakeClock } from '../../src/testing/index.js'
import { createBot } from '../../src/webhook/index.js'
import { makeMenu, caller, seeded } from './support.js'

function shop() {
  const bot = createBot({ channelSecret: 'x', channelAccessToken: 'y', push: ['overflow', 'late'] })
  bot.on({ text: 'menu' }, (ctx) =>
    ctx.reply(
      <>
        <Sticker packageId="446" stickerId="1988" />
        <Buttons altText="menu" title="Tea">
          What next?
          <Postback label="Buy" data="buy" displayText="I buy" />
          <MessageAction label="Many" text="many" />
          <Uri label="Read" uri="https://example.com/" />
          <DatetimePicker label="Day" data="day" mode="date" initial="2026-12-24" />
        </Buttons>
      </>,
    ),
  )
  bot.on({ text: 'many' }, (ctx) =>
    ctx.reply(Array.from({ length: 7 }, (_, i) => <Text>{`number ${i}`}</Text>)),
  )
  bot.on({ text: 'cards' }, (ctx) =>
    ctx.reply(
      <Flex.Message altText="cards">
        <Flex.Carousel>
          {[1, 2, 3].map((n) => (
            <Flex.Bubble>
              <Flex.Body>
                <Flex.Text>Card {n}</Flex.Text>
              </Flex.Body>
              <Flex.Footer>
                <Flex.Button>
                  <Postback label={`Take ${n}`} data={`take=${n}`} />
                </Flex.Button>
              </Flex.Footer>
            </Flex.Bubble>
          ))}
        </Flex.Carousel>
      </Flex.Message>,
    ),
  )
  bot.on({ text: 'sure?' }, (ctx) =>
    ctx.reply(
      <Confirm altText="sure?">
        Sure?
        <Postback label="Yes" data="yes" />
        <MessageAction label="No" text="menu" />
      </Confirm>,
    ),
  )
  bot.on({ text: 'list' }, (ctx) =>
    ctx.reply(
      <Carousel altText="list">
        <Column text="one">
          <Postback label="One" data="1" />
        </Column>
        <Column text="two">
          <Postback label="Two" data="2" />
        </Column>
      </Carousel>,
    ),
  )
  bot.on(['group', 'message:text'], (ctx) =>
    ctx.reply(
      <Text>Hello {ctx.userId === undefined ? 'you' : <Mention userId={ctx.userId} />}</Text>,
    ),
  )
  bot.on('postback', (ctx) => ctx.reply(`got ${ctx.postback.data}`))
  bot.on(['user', 'message:text'], (ctx) =>
    ctx.reply(
      <Text>
        You said {ctx.text}
        <QuickReply>
          <MessageAction label="Menu" text="menu" />
          <MessageAction label="Cards" text="cards" />
          <MessageAction label="Sure" text="sure?" />
          <MessageAction label="List" text="list" />
        </QuickReply>
      </Text>,
    ),
  )
  bot.default((ctx) => (ctx.canReply() ? ctx.reply(`a ${ctx.event.type}`) : undefined))
  return bot
}

const words = ['menu', 'many', 'cards', 'sure?', 'list', 'こんにちは', '👋🏽', 'x'.repeat(500)]

describe('two hundred conversations', () => {
  const seeds = Array.from({ length: 200 }, (_, i) => i + 1)
  it.each(seeds)('number %i', async (seed) => {
    const random = seeded(seed)
    const pick = <T,>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
    const clock = new FakeClock()
    const line = createEmulator({ bot: shop(), clock, random })
    const people = ['Aki', 'Ken', 'Mio'].map((name) => line.user(name))
    const team = line.group('Team', people)
    const menuId = await makeMenu(caller(line))
    line.state.defaultRichMenu = menuId
    line.state.richMenuAliases.set('other', menuId)

    for (let step = 0; step < 15; step++) {
      clock.advance(Math.floor(random() * 5_000))
      const person = pick(people)
      const where: { in: Group | undefined } = { in: random() < 0.3 ? team : undefined }
      const visible = person.sees(where)
      const acts: (() => Promise<Turn>)[] = [
        () => person.says(pick(words), where),
        () => person.sendsImage({}, where),
        () => person.sendsSticker({}, where),
        () => person.sendsLocation({}, where),
        () => person.says(['hi ', line.bot, ' and ', pick(people)], { in: team }),
        () => (person.person.blocked ? person.unblocks() : person.says('menu')),
        () => (random() < 0.2 ? person.blocks() : person.meetsBeacon()),
        ...(visible.length > 0
          ? Array<() => Promise<Turn>>(4).fill(() => person.taps(pick(visible), where))
          : []),
      ]
      const turn = await pick(acts)()
      expect(turn.webhook === undefined || turn.webhook.reason === 'OK').toBe(true)
    }

    // Whatever was said: LINE refused nothing, no event came twice, every token was used once at most.
    expect(line.calls.filter(({ status }) => status >= 300)).toEqual([])
    const events = line.webhooks.flatMap(
      ({ body }) => (JSON.parse(body) as { events: { webhookEventId: string }[] }).events,
    )
    expect(new Set(events.map(({ webhookEventId }) => webhookEventId)).size).toBe(events.length)
    for (const { chat } of [...people, team]) {
      const ids = chat.map(({ id }) => id)
      expect(ids).toEqual([...ids].sort())
    }
    // Made again from the seed, or read from what was kept, it is the same.
    const copy = createEmulator({ clock, state: line.snapshot() })
    expect(copy.snapshot()).toBe(line.snapshot())
  })
})

it('knows what to say when nothing fits', async () => {
  const line = createEmulator({ bot: shop() })
  await expect(line.user('Aki').taps('Buy')).rejects.toBeInstanceOf(EmulatorError)
})
