/** Where webhooks go: to a bot in this process, to a function, or to an address. */

import { codeOf } from './failures.js'

/** A signed body on its way. */
export interface SignedBody {
  body: Uint8Array<ArrayBuffer>
  headers: Readonly<Record<string, string>>
  /** Aborted when LINE's time for an answer is over. */
  signal: AbortSignal
}

/** What came back: the status, and when everything that the webhook set off has ended. */
interface Receipt {
  status: number
  settled: Promise<unknown>
}

/** Takes a webhook. */
export interface Target {
  /** For people. */
  name: string
  deliver: (signed: SignedBody) => Promise<Receipt>
}

/** The part of a bot of `fukidashi/webhook` that takes webhooks. */
export interface ReceivingBot {
  receive(
    request: {
      method: string
      header: (name: string) => string | null | undefined
      body: Uint8Array
    },
    platform?: { waitUntil?: ((work: Promise<unknown>) => void) | undefined },
  ): Promise<{ status: number }>
}

/** What `export default` of Workers, Hono, a bot's `fetch` and the like are. */
export type FetchHandler = (request: Request) => Response | Promise<Response>

const DONE = Promise.resolve()

export const botTarget = (bot: ReceivingBot): Target => ({
  name: 'bot',
  deliver: async ({ body, headers }) => {
    const work: Promise<unknown>[] = []
    const { status } = await bot.receive(
      { method: 'POST', header: (name) => headers[name], body },
      { waitUntil: (promise) => void work.push(promise) },
    )
    return { status, settled: work.length === 0 ? DONE : all(work) }
  },
})

/** Work may bring more work. */
async function all(work: Promise<unknown>[]): Promise<void> {
  for (let seen = 0; seen < work.length;) {
    seen = work.length
    await Promise.allSettled(work)
  }
}

export const handlerTarget = (handler: FetchHandler): Target => ({
  name: 'handler',
  deliver: async (signed) => {
    const request = new Request('https://bot.example/webhook', { method: 'POST', ...signed })
    try {
      const { status } = await handler(request)
      return { status, settled: DONE }
    } catch (error) {
      if (codeOf(error) !== '') throw error
      // Servers answer so for a handler that throws.
      console.error('fukidashi: the webhook handler threw.', error)
      return { status: 500, settled: DONE }
    }
  },
})

/** Most of an answer that is read: it means nothing to LINE, but a socket cannot be used again before. */
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
  deliver: async (signed) => {
    const response = await fetch(url, { method: 'POST', ...signed, redirect: 'manual' })
    await drop(response)
    return { status: response.status, settled: DONE }
  },
})
