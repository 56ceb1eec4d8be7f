/** When a turn ends: what it waits for. */
import { describe, expect, it, vi } from 'vitest'
import { createBot } from '../../src/webhook/index.js'
import { setUp } from './support.js'

describe('waiting for the bot', () => {
  it('ends with its answer, or does not begin', async () => {
    let finish: (() => void) | undefined
    const bot = createBot({ channelSecret: 'x', channelAccessToken: 'y' })
    bot.on('message:text', async (ctx) => {
      await new Promise<void>((resolve) => (finish = resolve))
      await ctx.reply('done')
    })
    const { line } = setUp({ bot })
    const aki = line.user('Aki')
    const { messages } = await aki.says('go', { settle: false })
    expect(messages).toEqual([])
    await vi.waitFor(() => expect(finish).toBeDefined())
    finish!()
    await line.settled()
    expect(aki.messages).toEqual([{ type: 'text', text: 'done' }])
  })

  it('goes on for what the bot does after it has answered', async () => {
    const bot = createBot({ channelSecret: 'x', channelAccessToken: 'y', ack: 'before' })
    bot.on('message:text', async (ctx) => {
      await new Promise(setImmediate)
      await ctx.reply('one')
      ctx.waitUntil(ctx.push('two'))
    })
    const { line } = setUp({ bot })
    const { messages } = await line.user('Aki').says('go')
    expect(messages).toEqual([
      { type: 'text', text: 'one' },
      { type: 'text', text: 'two' },
    ])
  })
})
