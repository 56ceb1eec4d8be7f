import { afterEach } from 'vitest'
import { LineClient, type LineClientOptions } from '../../src/client/index.js'
import { FakeClock } from './fake-clock.js'
import { LineServer, type Reaction } from './server.js'

export const userId = `U${'0123456789abcdef'.repeat(2)}`
export const groupId = `C${'0123456789abcdef'.repeat(2)}`
export const roomId = `R${'0123456789abcdef'.repeat(2)}`
export const token = 'long-lived-token-of-the-channel+/=='

const open: LineServer[] = []
afterEach(() => {
  for (const server of open.splice(0)) server.close()
})

/** A client and the LINE it talks to, on a clock of their own. */
export async function clientOf(reaction?: Reaction, options: LineClientOptions = {}) {
  const server = await new LineServer(reaction).listen()
  open.push(server)
  const clock = new FakeClock()
  const line = new LineClient({
    channelAccessToken: token,
    baseUrl: server.url,
    clock,
    random: seeded(1),
    ...options,
  })
  return { server, line, clock }
}

/** Chance that repeats itself (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** The error that a promise rejects with. */
export const failure = async <E extends Error>(
  promise: Promise<unknown>,
  type: new (...args: never[]) => E,
): Promise<E> => {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (error instanceof type) return error
  throw new Error(`expected ${type.name}, got ${String(error)}`, { cause: error })
}

/** Resolves when `condition` holds: for things that happen on the other side of a socket. */
export async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve))
}
