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

/** An object whose queue fails the first time. */
export class Refused extends FukidashiMailboxes {
  constructor(state, { EVENTS }) {
    let calls = 0
    const sendBatch = (...args) => {
      if (calls++ === 0) throw new Error('Too Many Requests')
      return EVENTS.sendBatch(...args)
    }
    super(state, { JOBS: { sendBatch } }, { queue: 'JOBS', sweepAfter: 1_000 })
  }
}

/** An object of a Worker without a binding of the queue. */
export class Silent extends FukidashiMailboxes {
  constructor(state) {
    super(state, {}, { sweepAfter: 1_000 })
  }
}

const warnings = []
console.warn = (text) => warnings.push(text)
const errors = []
console.error = (text) => errors.push(text)

const queueOf = (env) => cloudflareQueue({ queue: env.EVENTS, mailboxes: env.MAILBOXES })

const drained = []
const failing = new Set()
const consumer = {
  drain: async (mailbox) => {
    drained.push(mailbox)
    if (failing.delete(mailbox)) throw new Error('away')
  },
  sweep: async (env) => drained.push(`sweep of ${Object.keys(env).length} bindings`),
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
  append: (env, { events, binding = 'MAILBOXES' }) =>
    cloudflareQueue({ queue: env.EVENTS, mailboxes: env[binding] }).mailboxes.append(events),
  warnings: () => warnings,
  errors: () => errors,
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
