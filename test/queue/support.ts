/** Workers that can die, and LINE's side with tokens that work once. */
import { vi } from 'vitest'
import {
  consume,
  type ConsumeOptions,
  type Mailboxes,
  memoryQueue,
  receiver,
} from 'fukidashi/queue'
import { type BotOptions, createBot } from 'fukidashi/webhook'
import { bodyOf, destination, FakeClock, secret, sign } from '../webhook/support.js'

/** A message that LINE has accepted. */
export interface Delivered {
  by: string
  text: string
}

/** LINE, as far as replies and pushes need it. */
export class FakeLine {
  readonly delivered: Delivered[] = []
  readonly requests: string[] = []
  readonly #used = new Set<string>()
  readonly #keys = new Set<string>()
  /** User id of the bot. */
  userId = destination
  /** Reply tokens have expired. */
  isLate = false
  /** Called after LINE has accepted a request, before its answer. */
  beforeAnswer: () => void | Promise<void> = () => undefined

  readonly fetch = async (url: string, init: RequestInit): Promise<Response> => {
    const by = url.slice(url.lastIndexOf('/') + 1)
    if (by === 'info') return answer(200, { userId: this.userId })
    this.requests.push(by)
    const body = JSON.parse(init.body as string) as {
      replyToken?: string
      messages: { text: string }[]
    }
    const key = new Headers(init.headers).get('x-line-retry-key')
    if (body.replyToken !== undefined && (this.isLate || this.#used.has(body.replyToken)))
      return answer(400, { message: 'Invalid reply token' })
    if (key !== null && this.#keys.has(key))
      return answer(
        409,
        { message: 'The retry key is already accepted' },
        { 'x-line-accepted-request-id': 'r' },
      )
    if (body.replyToken !== undefined) this.#used.add(body.replyToken)
    if (key !== null) this.#keys.add(key)
    for (const { text } of body.messages) this.delivered.push({ by, text })
    await this.beforeAnswer()
    return answer(200, {
      sentMessages: body.messages.map((_, i) => ({ id: `m${this.delivered.length}${i}` })),
    })
  }

  get texts(): string[] {
    return this.delivered.map(({ text }) => text)
  }
}

const answer = (status: number, body: object, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json', 'x-line-request-id': 'r', ...headers },
  })

const never = <T>() => new Promise<T>(() => undefined)

/** A queue, LINE, and workers that drain the mailbox of a test. */
export function queueScene(botOptions: BotOptions = {}) {
  const clock = new FakeClock()
  const queue = memoryQueue({ clock })
  const line = new FakeLine()
  const woken: [string, number][] = []
  const wake = (mailboxes: readonly string[], delay = 0) => {
    for (const mailbox of mailboxes) woken.push([mailbox, delay])
    return Promise.resolve()
  }
  const webhook = receiver({
    channelSecret: secret,
    queue: { mailboxes: queue.mailboxes, wake },
    clock,
  })
  return {
    clock,
    mailboxes: queue.mailboxes,
    line,
    woken,
    /** Delivers events as LINE does. Resolves with the status. */
    deliver: async (...events: unknown[]) => {
      const body = bodyOf(...events)
      const headers = { 'x-line-signature': sign(body) }
      return (await webhook.fetch(new Request('http://x/', { method: 'POST', headers, body })))
        .status
    },
    /** A worker in a process of its own. */
    worker: (options: Partial<ConsumeOptions> = {}) => {
      let isDead = false
      const mortal = new Proxy(queue.mailboxes, {
        get:
          (target, name: keyof Mailboxes) =>
          (...args: never[]) =>
            isDead ? never() : (target[name] as (...args: never[]) => unknown)(...args),
      })
      const bot = createBot({
        channelSecret: secret,
        channelAccessToken: 'token',
        clock,
        fetch: line.fetch,
        ...botOptions,
      }).catch(() => undefined)
      const dead = vi.fn()
      const consumer = consume(bot, {
        queue: { mailboxes: mortal, wake },
        clock,
        onDead: dead,
        ...options,
      })
      return {
        bot,
        consumer,
        dead,
        /** Drains a mailbox; what becomes of it does not matter. */
        begin: (mailbox: string) => {
          consumer.drain(mailbox).catch(() => undefined)
        },
        /** The process ends: nothing that it does has an effect any more. */
        die: () => {
          isDead = true
        },
        /** Drains each mailbox that was woken, until there is none. */
        drainAll: async () => {
          for (;;) {
            const next = woken.shift()
            if (!next) return
            if (next[1] > 0) await clock.pass(next[1])
            await consumer.drain(next[0])
          }
        },
      }
    },
  }
}
