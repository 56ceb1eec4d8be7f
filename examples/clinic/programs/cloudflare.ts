/** The clinic on Cloudflare Workers: receiver, worker and reminders in one Worker. Bookings are in D1. */
import { LineClient } from 'fukidashi/client'
import { consume, receiver } from 'fukidashi/queue'
import {
  cloudflareQueue,
  type ContextLike,
  type DurableNamespaceLike,
  type MessageBatchLike,
  type QueueLike,
  workerHandlers,
  type WorkerHandlers,
} from 'fukidashi/queue/cloudflare'
import { durableStore } from 'fukidashi/store/cloudflare'
import { d1Bookings, type D1 } from '../bookings/d1.js'
import { createClinic } from '../bot.js'
import { remind } from '../reminders.js'

export { FukidashiMailboxes } from 'fukidashi/queue/cloudflare'
export { FukidashiStore } from 'fukidashi/store/cloudflare'

interface Env {
  LINE_CHANNEL_SECRET: string
  LINE_CHANNEL_ACCESS_TOKEN: string
  POSTBACK_SECRET: string
  DB: D1
  EVENTS: QueueLike
  MAILBOXES: DurableNamespaceLike
  CLAIMS: DurableNamespaceLike
}

const queue = (env: Env) => cloudflareQueue({ queue: env.EVENTS, mailboxes: env.MAILBOXES })
// The secrets and the token are in the environment of the Worker.
const webhook = receiver({ queue })

/** The worker for the bindings of this Worker, made once. */
const workers = new WeakMap<Env, WorkerHandlers>()
function workerOf(env: Env): WorkerHandlers {
  const { LINE_CHANNEL_SECRET: channelSecret, LINE_CHANNEL_ACCESS_TOKEN: channelAccessToken } = env
  const found = workers.get(env)
  if (found) return found
  const [bookings, store] = [d1Bookings(env.DB), durableStore(env.CLAIMS)]
  const bot = createClinic({ channelSecret, channelAccessToken, bookings, store })
  const made = workerHandlers(consume(bot, { queue }))
  workers.set(env, made)
  return made
}

export default {
  fetch: webhook.fetch,
  queue: (batch: MessageBatchLike, env: Env, context: ContextLike) =>
    workerOf(env).queue(batch, env, context),
  /** Each evening, see wrangler.toml. */
  async scheduled(_event: unknown, env: Env) {
    const line = new LineClient({ channelAccessToken: env.LINE_CHANNEL_ACCESS_TOKEN, env })
    console.log(await remind(d1Bookings(env.DB), line))
  },
}
