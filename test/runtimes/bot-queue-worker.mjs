/** Runs in workerd: a receiver, and a consumer that replies to what users write. `LINE_URL` is defined when this is bundled. */
import { LineClient } from 'fukidashi/client'
import { consume, receiver } from 'fukidashi/queue'
import { cloudflareQueue, FukidashiMailboxes, workerHandlers } from 'fukidashi/queue/cloudflare'
import { createBot } from 'fukidashi/webhook'

/** An object that wakes mailboxes after two seconds. */
export class Mailboxes extends FukidashiMailboxes {
  constructor(state, env) {
    super(state, env, { sweepAfter: 2_000 })
  }
}

const client = new LineClient({ channelAccessToken: 'token', baseUrl: LINE_URL, retry: false })
// The secret is LINE_CHANNEL_SECRET of the Worker's environment.
const bot = createBot({ client })
// The memory of a Worker ends with it.
const isFirstRun = async (text) =>
  (await fetch(`${LINE_URL}/first-run`, { method: 'POST', body: text })).json()
bot.on('message:text', async (ctx) => {
  const { text } = ctx
  if (text.includes('bad')) throw new Error('always')
  if (text.includes('flaky') && (await isFirstRun(text))) throw new Error('the first time')
  await scheduler.wait(20)
  await ctx.reply(text)
})
bot.catch(() => undefined)

const queue = (env) => cloudflareQueue({ queue: env.EVENTS, mailboxes: env.MAILBOXES })
const webhook = receiver({ queue })
const consumer = consume(bot, { queue, delay: () => 1_000, onDead: () => undefined })

export default {
  async fetch(request, env, context) {
    const { pathname } = new URL(request.url)
    const { mailboxes } = queue(env)
    if (pathname === '/counts') return Response.json(await mailboxes.counts())
    if (pathname === '/dead') return Response.json(await mailboxes.dead({ limit: 100 }))
    return webhook.fetch(request, env, context)
  },
  ...workerHandlers(consumer, { maxEvents: 5 }),
}
