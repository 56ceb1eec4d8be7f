/** What telemetry sends to others. */
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { consume } from 'fukidashi/queue'
import { aki, bodyOf, event, post, says, secret } from '../webhook/support.js'
import { botOf, type Process, twoProcesses } from './processes.js'
import { observed, useContexts } from './support.js'

beforeAll(useContexts)

describe('what leaves the process', () => {
  it('has no text, token, secret, or id of a person or account', async () => {
    const { front, back, queue, bot, send, clock } = await twoProcesses()
    bot.on('message:text', async (ctx) => {
      await ctx.reply(`You said ${ctx.text}`)
      await ctx.push('A push to you')
      throw new Error(`I cannot ${ctx.text}`)
    })
    bot.catch(() => 'handled')
    const text = says('my address is 1 Main Street')
    await send(text, event({ type: 'follow', message: undefined }))
    const consumer = consume(bot, { queue, clock })
    await vi.waitFor(() => back.span('process follow'))
    await consumer.close()
    const all = (await front.exported()) + (await back.exported())
    expect(all).toContain(text['webhookEventId'])
    const secrets = [secret, 'secret-token', aki, text['replyToken'], 'Main Street', 'A push']
    const body = JSON.parse(bodyOf()) as { destination: string }
    for (const one of [...secrets, body.destination]) expect(all).not.toContain(one)
  })

  it('has ids of users if asked', async () => {
    const process = await observed({ userIds: true })
    const { bot } = botOf(process)
    bot.on('message', () => undefined)
    await post(bot, bodyOf(says('hi')))
    expect(process.span('process message:text').attributes['user.id']).toBe(aki)
  })

  it('has the spans of a share of events, the same in each process', async () => {
    const [first, second] = [
      await observed({ sampleRatio: 0.5 }),
      await observed({ sampleRatio: 0.5 }),
    ]
    const events = Array.from({ length: 60 }, (_, i) => says(String(i)))
    for (const process of [first, second]) {
      const { bot } = botOf(process)
      bot.on('message', () => undefined)
      for (const one of events) await post(bot, bodyOf(one))
    }
    const handled = ({ spans }: Process) =>
      spans.filter(({ name }) => name.startsWith('process')).map(({ trace }) => trace)
    expect(handled(first)).toEqual(handled(second))
    expect(handled(first).length).toBeGreaterThan(10)
    expect(handled(first).length).toBeLessThan(50)
  })
})
