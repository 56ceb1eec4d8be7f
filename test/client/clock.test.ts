/** Clocks that can only sleep are enough. */
import { expect, it } from 'vitest'
import { type Clock, LineConnectionError } from '../../src/client/index.js'
import { silence } from './server.js'
import { clientOf, failure, until, userId } from './setup.js'

/** Sleeps until it is woken; an abort ends a sleep well, as some clocks do. */
function sleeper() {
  const sleeps: { ms: number; wake: () => void }[] = []
  const clock: Clock = {
    now: () => 0,
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        sleeps.push({ ms, wake: resolve })
        signal?.addEventListener('abort', () => resolve())
      }),
  }
  return { clock, sleeps }
}

it('times an attempt out', async () => {
  const { clock, sleeps } = sleeper()
  const { line } = await clientOf(silence, { clock, retry: false })
  const error = failure(line.users.profile(userId), LineConnectionError)
  await until(() => sleeps.length === 1)
  expect(sleeps[0]!.ms).toBe(10_000)
  sleeps[0]!.wake()
  expect((await error).code).toBe('request_timed_out')
})

it('does not take the end of a watch for a timeout', async () => {
  const { clock } = sleeper()
  const { line } = await clientOf({ body: { displayName: 'Aki' } }, { clock })
  expect(await line.users.profile(userId)).toEqual({ displayName: 'Aki' })
})

it('ends a wait for the next attempt by its signal', async () => {
  const { clock, sleeps } = sleeper()
  const { line, server } = await clientOf({ status: 500 }, { clock })
  const controller = new AbortController()
  const error = failure(
    line.users.profile(userId, { signal: controller.signal }),
    LineConnectionError,
  )
  await until(() => sleeps.length === 2)
  controller.abort()
  expect((await error).code).toBe('request_aborted')
  expect(server.received).toHaveLength(1)
})
