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
  /** The beginning of its body, if it is a text. */
  text?: string
}

/** A webhook destination. */
export interface Target {
  /** Name in records and messages. */
  name: string
  /** Whether the bot runs in this process. */
  isHere: boolean
  /** Its URL, if the name is not one. */
  place?: string | undefined
  /** Milliseconds without an API call after which it is considered finished, by default. */
  quiet: number
  /** Resolves when it can receive webhooks. Until then, none is sent. */
  ready?: (() => Promise<void>) | undefined
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
  ): Promise<{ status: number; body?: unknown }>
  /** URL at which it receives webhooks, for messages. */
  readonly place?: string | undefined
  /** Resolves when it can receive webhooks, for a bot that is still being loaded. Until then, none is sent. */
  ready?(): Promise<void>
  /** Milliseconds without an API call after which it is considered finished; 0 by default. */
  readonly quiet?: number | undefined
  /** Answers any request; for pictures and pages of the bot. */
  fetch?(request: Request): Response | Promise<Response>
}

/** A function from `Request` to `Response`, such as a bot's `fetch` or the default export of a Worker. */
export type FetchHandler = (request: Request) => Response | Promise<Response>

const DONE = Promise.resolve()

export const botTarget = (bot: ReceivingBot): Target => ({
  name: 'bot',
  isHere: true,
  get place() {
    return bot.place
  },
  get quiet() {
    return bot.quiet ?? 0
  },
  ready: bot.ready && (() => bot.ready!()),
  deliver: async ({ body, headers }) => {
    const work: Promise<unknown>[] = []
    const { status, body: text } = await bot.receive(
      { method: 'POST', header: (name) => headers[name], body },
      { waitUntil: (promise) => void work.push(promise) },
    )
    return {
      status,
      settled: work.length === 0 ? DONE : all(work),
      ...(typeof text === 'string' && { text: beginning(text) }),
    }
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

export const handlerTarget = (handler: FetchHandler, report: (error: unknown) => void): Target => ({
  name: 'handler',
  isHere: true,
  quiet: 0,
  deliver: async (signed) => {
    const request = new Request('https://bot.example/webhook', { method: 'POST', ...signed })
    try {
      const response = await handler(request)
      return { status: response.status, settled: DONE, text: await textOf(response) }
    } catch (error) {
      if (codeOf(error) !== '') throw error
      // Servers answer 500 if a handler throws.
      report(error)
      console.error('fukidashi: the webhook handler threw.', error)
      return { status: 500, settled: DONE }
    }
  },
  get: async (request, init) => handler(new Request(request, init)),
})

/** How much of an answer is read. LINE ignores it, but a socket can be reused only after it was read. */
const MOST_READ = 64 * 1024
/** Characters of an answer that are kept: an error message. */
const MOST_TEXT = 300

const beginning = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, MOST_TEXT)

/** Reads an answer, and returns its beginning if it is a text that explains an error. */
async function textOf({ body, status, headers }: Response): Promise<string> {
  if (!body || body.locked) return ''
  const isText = status >= 300 && /^text\/plain|json/.test(headers.get('content-type') ?? '')
  const reader: ReadableStreamDefaultReader<Uint8Array> = body.getReader()
  const decoder = new TextDecoder()
  let text = ''
  try {
    for (let length = 0; length < MOST_READ;) {
      const { done, value } = await reader.read()
      if (done) return beginning(text)
      if (isText && text.length < MOST_TEXT) text += decoder.decode(value, { stream: true })
      length += value.length
    }
  } catch {
    return beginning(text)
  }
  await reader.cancel().catch(() => undefined)
  return beginning(text)
}

export const addressTarget = (url: string): Target => ({
  name: url,
  isHere: false,
  quiet: USUAL_QUIET,
  deliver: async (signed) => {
    const response = await fetch(url, { method: 'POST', ...signed, redirect: 'manual' })
    return { status: response.status, settled: DONE, text: await textOf(response) }
  },
  // Redirects could lead to another server of this machine.
  get: ({ pathname, search }, init) =>
    fetch(new URL(url).origin + pathname + search, { ...init, redirect: 'error' }),
})
