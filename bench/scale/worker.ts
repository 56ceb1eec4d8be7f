/** Works off many events or jobs in a process of its own, and says how long that took. */
import { consume, type QueuedEvent } from '../../src/queue/index.js'
import { createBot } from '../../src/webhook/index.js'
import { queueAt } from '../../test/queue/queue-at.js'
import { bareQueue, bareWorker } from './engines.js'

const [, , name, url, countText, usersText] = process.argv
const count = Number(countText)
const users = Number(usersText)
const concurrency = 20

/** Adds many at once. */
async function inParts<T>(all: readonly T[], add: (part: readonly T[]) => Promise<unknown>) {
  for (let at = 0; at < all.length; at += 500) await add(all.slice(at, at + 500))
}

/** Resolves with the seconds until all are done. */
function timed(start: (done: () => void) => Promise<unknown>): Promise<number> {
  return new Promise((resolve, reject) => {
    let left = count
    const since = performance.now()
    const done = () => {
      if (--left === 0) resolve((performance.now() - since) / 1000)
    }
    start(done).catch(reject)
  })
}

const numbers = Array.from({ length: count }, (_, i) => i)
const run = `${process.pid}-${Date.now()}`

async function bare(): Promise<number> {
  const queue = await bareQueue(url!)
  await inParts(numbers, (part) =>
    queue.addBulk(part.map((i) => ({ name: 'event', data: { i, run } }))),
  )
  return timed((done) => bareWorker(url!, concurrency, done))
}

async function ours(): Promise<number> {
  const queue = await queueAt(url!, 60_000)
  const events = numbers.map((i): QueuedEvent => {
    const userId = `U${String(i % users).padStart(32, '0')}`
    const event = {
      type: 'message',
      webhookEventId: `${run}-${i}`,
      timestamp: i,
      source: { type: 'user', userId },
      message: { type: 'text', id: '1', text: 'hello' },
    }
    const mailbox = `${run}/${userId}`
    return {
      id: event.webhookEventId,
      mailbox,
      destination: '',
      userId,
      timestamp: i,
      receivedAt: Date.now(),
      event,
    }
  })
  await inParts(events, (part) => queue.mailboxes.append(part))
  await inParts([...new Set(events.map(({ mailbox }) => mailbox))], (part) => queue.wake(part))
  const bot = createBot({ channelSecret: 'secret' })
  return timed((done) => {
    bot.on('message:text', done)
    return consume(bot, { queue, concurrency, timeout: 60_000 }).ready
  })
}

const seconds = await (name === 'bare' ? bare() : ours())
const { user, system } = process.cpuUsage()
process.send!({ seconds, cpu: user + system })
process.exit(0)
