/** Runs in workerd to test the queue of Cloudflare: the contract of its mailboxes, and wake-ups that were lost. */
import { mailboxContract } from 'fukidashi/queue'
import { cloudflareQueue, FukidashiMailboxes, workerHandlers } from 'fukidashi/queue/cloudflare'

export { FukidashiMailboxes }

/** An object that wakes mailboxes after a second. */
export class Mailboxes extends FukidashiMailboxes {
  constructor(state, env) {
    super(state, env, { sweepAfter: 1_000 })
  }
}

const queueOf = (env) => cloudflareQueue({ queue: env.EVENTS, mailboxes: env.MAILBOXES })

const drained = []
const failing = new Set()
const consumer = {
  drain: async (mailbox) => {
    drained.push(mailbox)
    if (failing.delete(mailbox)) throw new Error('away')
  },
  sweep: async () => undefined,
}

async function contract(env) {
  const results = []
  const make = () => cloudflareQueue({ queue: env.EVENTS, mailboxes: env.CONTRACT }).mailboxes
  for (const { name, run } of mailboxContract(make, { shortMs: 500 }))
    results.push(
      await run().then(
        () => ({ name }),
        (error) => ({ name, error: String(error) }),
      ),
    )
  return results
}

const pages = {
  contract,
  append: (env, { events }) => queueOf(env).mailboxes.append(events),
  wake: (env, { mailboxes, ms }) => queueOf(env).wake(mailboxes, ms),
  fail: (_env, { mailboxes }) => mailboxes.forEach((mailbox) => failing.add(mailbox)),
  forget: (env, { userId }) => queueOf(env).mailboxes.forget(userId),
  drained: () => drained.splice(0),
}

export default {
  async fetch(request, env) {
    const page = pages[new URL(request.url).pathname.slice(1)]
    return Response.json((await page(env, await request.json())) ?? null)
  },
  ...workerHandlers(consumer),
}
