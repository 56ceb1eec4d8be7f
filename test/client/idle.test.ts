/** Connections that have been idle for long may be dead without our knowing. */
import { expect, it } from 'vitest'
import { clientOf } from './setup.js'

it('a connection is used again within ten seconds, and not later', async () => {
  const ports = new Set<number>()
  const { line, clock } = await clientOf((_, response) => {
    ports.add(response.socket!.remotePort!)
    return { body: {} }
  })
  const call = async () => {
    await line.bot.info()
    // The connection is free a turn after its answer was read.
    await new Promise(setImmediate)
  }
  await call()
  clock.advance(9_999)
  await call()
  expect(ports.size).toBe(1)
  clock.advance(10_000)
  await call()
  expect(ports.size).toBe(2)
})
