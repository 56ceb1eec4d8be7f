import { expect, it } from 'vitest'
import { channelSource } from '../../src/channels/index.js'
import { memoryQueue, receiver } from '../../src/queue/index.js'
import { bodyOf, destination, event, sign } from '../webhook/support.js'

it('a receiver for a queue looks its channels up too', async () => {
  const channels = channelSource((of) => ({ channelSecret: `secret of ${of}` }))
  const { fetch } = receiver({ channels, queue: memoryQueue() })
  const statusOf = async (secret: string) => {
    const body = bodyOf(event())
    const headers = { 'x-line-signature': sign(body, secret) }
    return (await fetch(new Request('https://bot.example/', { method: 'POST', body, headers })))
      .status
  }
  expect(await statusOf(`secret of ${destination}`)).toBe(200)
  expect(await statusOf('guessed')).toBe(401)
})
