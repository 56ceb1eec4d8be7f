/** Webhook destinations: a bot in this process, a function, or a URL. */

import { codeOf } from './failures.js'
import { USUAL_QUIET } from './quiet.js'

/** A signed body. */
export interface SignedBody {
  body: Uint8Array<ArrayBuffer>
  headers: Readonly<Record<string, string>>
  /** Aborted when the time limit for an answer is over. */
  signal: AbortSignal
}

/** The answer: its status, and a promise that resolves when all work for the webhook has ended. */
interface Receipt {
  status: number
  settled: Promise<unknown>
}

/** A webhook destination. */
export interface Target {
  /** Name in records and messages. */
  name: string
  /** Milliseconds without an API call after which it is considered finished, by default. */
  quiet: number
  deliver: (signed: SignedBody) => Promise<Receipt>
  /** Requests another page or picture of the same server, if it may have some. */
  get?: ((url: URL, init: RequestInit) => Promise<Response>) | undefined
}

/** The part of a `fukidashi/webhook` bot that receives webhooks. */
export interface ReceivingBot {
  receive(
    request: {
      method: string
      header: (name: string) => string | null | undefined
      body: Uint8Array
    },
    platform?: { waitUntil?: ((work: Promise<unknown>) => void) | undefined },
  ): Promise<{ status: number }>
  /** Answers any request; for pictures and pages of the bot. */
  fetch?(request: Request): Response | Promise<Response>
}

/** A function from `Request` to `Response`, such as a bot's `fetch` or the default export of a Worker. */
export type FetchHandler = (request: Request) => Response | Promise<Response>

const DONE = Promise.resolve()

export const botTarget = (bot: ReceivingBot): Target => ({
  name: 'bot',
  quiet: 0,
  deliver: async ({ body, headers }) => {
    const work: Promise<unknown>[] = []
    const { status } = await bot.receive(
      { method: 'POST', header: (name) => headers[name], body },
      { waitUntil: (promise) => void work.push(promise) },
    )
    return { status, settled: work.length === 0 ? DONE : all(work) }
  },
  get: bot.fetch && (async (url, init) => bot.fetch!(new Request(url, init))),
})

/** Waits for all work, including work that is added meanwhile. */
async function all(work: Promise<unknown>[]): Promise<void> {
  for (let seen = 0; seen < work.length;) {
    seen = work.length
    await Promise.allSettled(work)
  }
}

export const handlerTarget = (handler: FetchHandler): Target => ({
  name: 'handler',
  quiet: 0,
  deliver: async (signed) => {
    const request = new Request('https://bot.example/webhook', { method: 'POST', ...signed })
    try {
      const { status } = await handler(request)
      return { status, settled: DONE }
    } catch (error) {
      if (codeOf(error) !== '') throw error
      // Servers answer 500 if a handler throws.
      console.error('fukidashi: the webhook handler threw.', error)
      return { status: 500, settled: DONE }
    }
  },
  get: async (request, init) => handler(new Request(request, init)),
})

/** How much of an answer is read. LINE ignores it, but a socket can be reused only after it was read. */
const MOST_READ = 64 * 1024

async function drop({ body }: Response): Promise<void> {
  if (!body) return
  const reader: ReadableStreamDefaultReader<Uint8Array> = body.getReader()
  try {
    for (let length = 0; length < MOST_READ;) {
      const { done, value } = await reader.read()
      if (done) return
      length += value.length
    }
  } catch {
    return
  }
  await reader.cancel().catch(() => undefined)
}

export const addressTarget = (url: string): Target => ({
  name: url,
  quiet: USUAL_QUIET,
  deliver: async (signed) => {
    const response = await fetch(url, { method: 'POST', ...signed, redirect: 'manual' })
    await drop(response)
    return { status: response.status, settled: DONE }
  },
  // Redirects could lead to another server of this machine.
  get: ({ pathname, search }, init) =>
    fetch(new URL(url).origin + pathname + search, { ...init, redirect: 'error' }),
})
