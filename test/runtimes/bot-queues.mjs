// A bot on the queue of Cloudflare in workerd, by Miniflare, that is killed and started again; wants Node 22.
import { createHmac } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startWorker, until, wanted } from './queue-kit.mjs'

/** User id of the bot. */
const destination = `U${'f'.repeat(32)}`
/** Texts of replies, in the order in which LINE took them. */
const replies = []
const used = new Set()
const begun = new Set()
/** LINE's side: takes a reply token once. */
const line = createServer(async (request, response) => {
  const body = String(Buffer.concat(await request.toArray()))
  response.setHeader('content-type', 'application/json')
  if (request.url === '/first-run') {
    response.end(String(!begun.has(body)))
    begun.add(body)
    return
  }
  if (request.url === '/v2/bot/info') {
    response.end(JSON.stringify({ userId: destination }))
    return
  }
  const { replyToken, messages } = JSON.parse(body)
  if (used.has(replyToken)) {
    response.statusCode = 400
    response.end('{"message":"Invalid reply token"}')
    return
  }
  used.add(replyToken)
  replies.push(messages[0].text)
  response.end(JSON.stringify({ sentMessages: [{ id: String(used.size) }] }))
})
await new Promise((resolve) => line.listen(0, '127.0.0.1', resolve))

const users = 20
const rounds = 15
const kindOf = (user, round) =>
  user < 3 && round === 5 ? 'bad' : (user + round) % 4 === 0 ? 'flaky' : 'fine'
const textOf = (user, round) => `${user} ${round} ${kindOf(user, round)}`
const eventOf = (user, round) => ({
  type: 'message',
  mode: 'active',
  timestamp: start + round,
  webhookEventId: `01HZY3WJ5T5WJ9XQ3A3C1${String(user * 100 + round).padStart(5, '0')}`,
  deliveryContext: { isRedelivery: false },
  source: { type: 'user', userId: `U${String(user).padStart(32, '0')}` },
  replyToken: `token ${user} ${round}`,
  message: { id: `${user}${round}`, type: 'text', quoteToken: 'q', text: textOf(user, round) },
})
const start = Date.now()

const persist = mkdtempSync(join(tmpdir(), 'fukidashi-queue-'))
const begin = () =>
  startWorker(
    'bot-queue-worker.mjs',
    {
      queueProducers: { EVENTS: 'events' },
      queueConsumers: { events: { maxBatchSize: 10, maxBatchTimeout: 0 } },
      durableObjects: { MAILBOXES: { className: 'Mailboxes', useSQLite: true } },
      durableObjectsPersist: persist,
      bindings: { LINE_CHANNEL_SECRET: 'secret' },
    },
    { LINE_URL: JSON.stringify(`http://127.0.0.1:${line.address().port}`) },
  )
let worker = await begin()

/** Sends a webhook. Like LINE, sends it again when it is refused for now: the queue of a busy machine may take too long. */
async function post(events) {
  const body = JSON.stringify({ destination, events })
  const signature = createHmac('sha256', 'secret').update(body).digest('base64')
  const headers = { 'x-line-signature': signature }
  const statuses = []
  while (statuses.at(-1) !== 200 && statuses.length < 5) {
    if (statuses.length > 0) await new Promise((resolve) => setTimeout(resolve, 1_000))
    statuses.push((await worker.fetch('webhook', { method: 'POST', headers, body })).status)
  }
  wanted(
    'other statuses',
    statuses.filter((status) => status !== 200 && status !== 503),
    [],
  )
  wanted('the last status', statuses.at(-1), 200)
}

try {
  let count = 0
  for (let round = 0; round < rounds; round++) {
    const events = Array.from({ length: users }, (_, user) => eventOf(user, round))
    // Two events a webhook, which are in different objects; every fifth comes twice, and at once.
    const webhooks = Array.from({ length: users / 2 }, (_, i) => events.slice(2 * i, 2 * i + 2))
    await Promise.all(
      webhooks.flatMap((part) => (count++ % 5 ? [post(part)] : [post(part), post(part)])),
    )
  }
  await until('the first replies', () => replies.length >= 60)
  // Wake-ups on the way are lost, for Miniflare keeps them in memory.
  await worker.stop()
  const before = replies.length
  worker = await begin()
  await until('the last reply', async () => {
    const { waiting } = await (await worker.fetch('counts')).json()
    return waiting === 0
  })

  const dead = await (await worker.fetch('dead')).json()
  wanted(
    'dead letters',
    dead
      .map(({ event, attempts, reason }) => [event.event.message.text, attempts, reason.code])
      .sort(),
    [0, 1, 2].map((user) => [`${user} 5 bad`, 3, 'failed']),
  )
  for (let user = 0; user < users; user++) {
    const texts = Array.from({ length: rounds }, (_, round) => textOf(user, round))
    wanted(
      `replies to user ${user}`,
      replies.filter((text) => text.startsWith(`${user} `)),
      texts.filter((text) => !text.includes('bad')),
    )
  }
  wanted('replies before and after', before < replies.length, true)
  console.log(`${replies.length} replies, ${before} of them before the Worker was killed`)
} finally {
  await worker.stop()
  line.close()
  rmSync(persist, { recursive: true, force: true })
}
