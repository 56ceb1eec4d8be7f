/** Bots in processes whose telemetry tests look at. */
import { memoryQueue, receiver } from 'fukidashi/queue'
import { type BotOptions, createBot } from 'fukidashi/webhook'
import { FakeLine } from '../queue/support.js'
import { bodyOf, FakeClock, secret, sign } from '../webhook/support.js'
import { observed } from './support.js'

export type Process = Awaited<ReturnType<typeof observed>>

/** A bot whose calls go to a fake LINE. */
export function botOf({ observer }: Process, options: BotOptions = {}) {
  const line = new FakeLine()
  const bot = createBot({
    channelSecret: secret,
    channelAccessToken: 'secret-token',
    clock: new FakeClock(),
    fetch: line.fetch,
    retry: false,
    observers: observer,
    ...options,
  })
  return { bot, line }
}

/** A receiver in one process, and a worker with its bot in another. */
export async function twoProcesses(options: BotOptions = {}) {
  const [front, back] = [await observed(), await observed()]
  const clock = new FakeClock()
  const queue = memoryQueue({ clock })
  const webhook = receiver({ channelSecret: secret, queue, clock, observers: front.observer })
  const { bot, line } = botOf(back, { clock, ...options })
  const send = async (...events: unknown[]) => {
    const body = bodyOf(...events)
    const headers = { 'x-line-signature': sign(body) }
    return webhook.fetch(new Request('http://x/', { method: 'POST', headers, body }))
  }
  return { front, back, clock, queue, bot, line, send }
}
