/** Events for channels that a bot with several channels does not have. */
import { describe, expect, it, vi } from 'vitest'
import { channelSource } from '../../src/channels/index.js'
import { destination, says } from '../webhook/support.js'
import type { BotOptions } from 'fukidashi/webhook'
import { queueScene } from './support.js'

const one = { destination: `U${'1'.repeat(32)}`, channelSecret: 'a', channelAccessToken: 'a' }
const two = { destination: `U${'2'.repeat(32)}`, channelSecret: 'b', channelAccessToken: 'b' }
const optionsOf = (channels: unknown): BotOptions => ({
  channels: channels as never,
  channelSecret: undefined,
  channelAccessToken: undefined,
})

describe('an event of an unknown channel', () => {
  it.each([
    ['in a list', () => [one, two]],
    ['at run time', () => channelSource(() => undefined)],
  ])('is a dead letter after one run, with its destination: channels %s', async (_, channels) => {
    const scene = queueScene(optionsOf(channels()))
    await scene.deliver(says('hi'))
    const { drainAll, dead, bot } = scene.worker()
    const handler = vi.fn()
    bot.on('message:text', handler)
    await drainAll()
    expect(handler).not.toHaveBeenCalled()
    expect(dead).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({
        attempts: 1,
        reason: {
          code: 'channel_unknown',
          message: `No channel of this bot has the destination "${destination}". Add it to \`channels\`, then replay the event.`,
        },
      }),
    )
    expect(await scene.mailboxes.counts()).toMatchObject({ waiting: 0, dead: 1 })
  })

  it('is handled when it is replayed to a bot that has the channel', async () => {
    const options = optionsOf([one, two])
    const scene = queueScene(options)
    await scene.deliver(says('hi'))
    await scene.worker().drainAll()
    Object.assign(options, optionsOf([one, { ...two, destination }]))
    const [letter] = await scene.mailboxes.dead({ limit: 10 })
    const mailbox = await scene.mailboxes.replay(letter!.event.id)
    const { bot, consumer } = scene.worker()
    const handler = vi.fn()
    bot.on('message:text', handler)
    await consumer.drain(mailbox!)
    expect(handler).toHaveBeenCalledOnce()
  })

  it('is handled again while the look-up of channels fails', async () => {
    const lookUp = vi.fn(() => Promise.reject(new Error('no database')))
    const scene = queueScene(optionsOf(channelSource(lookUp)))
    await scene.deliver(says('hi'))
    const { drainAll, dead } = scene.worker()
    vi.spyOn(console, 'error').mockReturnValue()
    await drainAll()
    expect(dead.mock.calls[0]?.[0]).toMatchObject({ attempts: 3, reason: { code: 'failed' } })
    vi.restoreAllMocks()
  })
})
