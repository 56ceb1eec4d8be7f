/**
 * Processor time of one bot for a webhook, without HTTP: from the raw body to the response. A process of its own, which sends the
 * microseconds of each webhook.
 */
import { asyncBot, byStore, counter, syncBot } from './bots.js'
import { signed } from './bodies.js'

const [name, kind] = process.argv.slice(2) as [(typeof byStore)[number], 'sync' | 'async']
const { receiver } = kind === 'sync' ? syncBot(name) : asyncBot(name)
const count = 60_000

/** Takes webhooks that no one has taken before. */
async function take(from: number, to: number): Promise<number> {
  const webhooks = Array.from({ length: to - from }, (_, i) => signed(from + i, 1))
  const before = process.cpuUsage()
  for (const { body, signature } of webhooks) {
    const response = receiver.accept(body, signature, {})
    if (response instanceof Promise) await response
  }
  const { user, system } = process.cpuUsage(before)
  return (user + system) / (to - from)
}

await take(0, count / 2)
const cpu = await take(count / 2, count * 1.5)
if (counter.seen !== count * 1.5) throw new Error(`${name} handled ${counter.seen} events`)
process.send!({ cpu })
process.disconnect()
