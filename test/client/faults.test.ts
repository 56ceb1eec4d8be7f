/** Many sends to a server that fails a fifth of them, on a clock that runs only while everybody waits. */
import { afterEach, describe, expect, it } from 'vitest'
import {
  LineApiError,
  LineClient,
  type LineClientOptions,
  LineConnectionError,
} from '../../src/client/index.js'
import { FakeClock } from './fake-clock.js'
import { type Fault, faults, FaultServer } from './fault-server.js'
import { seeded, token, userId } from './setup.js'

let server: FaultServer
afterEach(() => server.close())

/** One request in five fails, in ways that depend on the message only, so that each run is the same. */
function oneInFive(text: string, nth: number): Fault | undefined {
  const random = seeded(Number(text) * 31 + nth)
  return random() < 0.2 ? faults[Math.floor(random() * faults.length)] : undefined
}

/** Sends `count` messages, 50 at a time, and lets time pass whenever all of them wait for it. */
async function sendAll(
  count: number,
  send: (line: LineClient, text: string) => Promise<unknown>,
  options: LineClientOptions = {},
): Promise<unknown[]> {
  server = await new FaultServer(oneInFive).listen()
  const clock = new FakeClock({ manual: true })
  const waiting = new Set<number>()
  server.onStall = (text) => waiting.add(Number(text))
  const errors: unknown[] = Array<unknown>(count)
  let next = 0
  let working = 0

  const worker = async () => {
    working++
    for (let i = next++; i < count; i = next++) {
      const line = new LineClient({
        channelAccessToken: token,
        baseUrl: server.url,
        clock,
        random: seeded(i),
        agent,
        onRequest: () => waiting.delete(i),
        onResponse: ({ retryIn }) => (retryIn === undefined ? waiting.delete(i) : waiting.add(i)),
        ...options,
      })
      try {
        await send(line, String(i))
      } catch (error) {
        errors[i] = error
      }
    }
    working--
  }
  const { Agent } = await import('node:http')
  const agent = new Agent({ keepAlive: true })
  const workers = Promise.all(Array.from({ length: 50 }, worker))
  while (working > 0) {
    await new Promise((resolve) => setImmediate(resolve))
    if (waiting.size >= working) clock.advanceToNext()
  }
  await workers
  agent.destroy()
  return errors
}

describe('a server that fails one request in five', () => {
  it('delivers each of 4,000 pushes exactly once, and none is reported failed', async () => {
    const errors = await sendAll(4_000, async (line, text) => {
      const { sentMessages, requestId } = await line.messages.push(userId, text)
      if (sentMessages[0]?.id !== text || (requestId !== '' && requestId !== `request of ${text}`))
        throw new Error(`the answer of another message: ${sentMessages[0]?.id ?? ''}`)
    })
    expect(errors.filter(Boolean)).toEqual([])
    expect(server.delivered.size).toBe(4_000)
    expect([...server.delivered.values()].filter((times) => times !== 1)).toEqual([])
    for (const fault of faults) expect(server.happened.get(fault)).toBeGreaterThan(50)
  })

  it('delivers each of 2,000 replies at most once, and no error says otherwise than it was', async () => {
    const errors = await sendAll(2000, (line, text) => line.messages.reply(`token ${text}`, text))
    let doubtful = 0
    for (let i = 0; i < 2000; i++) {
      const times = server.delivered.get(String(i)) ?? 0
      const error = errors[i]
      expect(times).toBeLessThanOrEqual(1)
      if (error === undefined) expect(times).toBe(1)
      else {
        const known = error instanceof LineApiError || error instanceof LineConnectionError
        expect(known && error.accepted).toBe('maybe')
        doubtful++
      }
    }
    expect(doubtful).toBeGreaterThan(100)
  })

  it('is no reason to give up on a multicast, narrowcast or broadcast', async () => {
    const sends = [
      (line: LineClient, text: string) => line.messages.multicast([userId], text),
      (line: LineClient, text: string) => line.messages.narrowcast(text),
      (line: LineClient, text: string) => line.messages.broadcast(text),
    ]
    const errors = await sendAll(900, (line, text) => sends[Number(text) % 3]!(line, text))
    expect(errors.filter(Boolean)).toEqual([])
    expect([...server.delivered.values()].every((times) => times === 1)).toBe(true)
    expect(server.delivered.size).toBe(900)
  })

  it('is no reason to send twice over fetch either', async () => {
    const errors = await sendAll(1000, (line, text) => line.messages.push(userId, text), {
      fetch: (url, init) => fetch(url, init),
    })
    expect(errors.filter(Boolean)).toEqual([])
    expect([...server.delivered.values()].every((times) => times === 1)).toBe(true)
    expect(server.delivered.size).toBe(1000)
  })
})
