/** Helpers of these tests: signed bodies, events, a client that records its calls. */
import { createHmac } from 'node:crypto'
import { expect, vi } from 'vitest'
import type { SendOptions, Sent } from '../../src/client/index.js'
import type { BotClient } from '../../src/webhook/index.js'
import {
  type Bot,
  type BotOptions,
  createBot,
  type WebhookResponse,
} from '../../src/webhook/index.js'

export const secret = '8c570fa6dd201bb328f1c1eac23a96d8'
export const destination = 'U8e742f61d673b39c7fff3cecb7536ef0'
export const aki = `U${'a'.repeat(32)}`
export const ben = `U${'b'.repeat(32)}`
export const team = `C${'c'.repeat(32)}`

export const sign = (body: string | Uint8Array, key = secret): string =>
  createHmac('sha256', key).update(body).digest('base64')

let count = 0

/** An event as LINE sends it; a text message of Aki's unless said otherwise. */
export function event(fields: Record<string, unknown> = {}): Record<string, unknown> {
  count += 1
  return {
    type: 'message',
    mode: 'active',
    timestamp: 1_785_000_000_000,
    webhookEventId: `01K${String(count).padStart(23, '0')}`,
    deliveryContext: { isRedelivery: false },
    replyToken: `${count}`.padStart(32, 'a'),
    source: { type: 'user', userId: aki },
    message: { type: 'text', id: `${count}`, text: 'hello', quoteToken: 'q' },
    ...fields,
  }
}

/** A text message. */
export const says = (text: string, fields: Record<string, unknown> = {}) =>
  event({ message: { type: 'text', id: '1', text, quoteToken: 'q' }, ...fields })

/** A tap on a postback. */
export const taps = (data: string, fields: Record<string, unknown> = {}) =>
  event({ type: 'postback', message: undefined, postback: { data }, ...fields })

export const bodyOf = (...events: unknown[]): string => JSON.stringify({ destination, events })

/** Posts to a bot as LINE does. */
export function post(
  bot: Bot,
  body: string | Uint8Array,
  { signature = sign(body), ...headers }: Record<string, string> = {},
): Promise<WebhookResponse> {
  const all: Record<string, string> = { 'x-line-signature': signature, ...headers }
  return bot.receive({
    method: 'POST',
    header: (name) => all[name],
    body: typeof body === 'string' ? new TextEncoder().encode(body) : body,
  })
}

/** A call that a client was asked for. */
export interface Call {
  call: string
  to: string
  messages?: unknown
  options?: SendOptions | undefined
}

/** A client that records its calls, and fails on demand. */
export class Notebook implements BotClient {
  readonly calls: Call[] = []
  /** Thrown by the next calls of this name. */
  readonly failures = new Map<string, unknown>()

  #note(call: Call): void {
    this.calls.push(call)
    const failure = this.failures.get(call.call)
    if (failure !== undefined) throw failure as Error
  }

  #send(call: string, to: string, messages: unknown, options?: SendOptions): Promise<Sent> {
    this.#note({ call, to, messages, options })
    const sentMessages = [{ id: String(this.calls.length) }]
    return Promise.resolve({ sentMessages, requestId: 'r', requests: [] })
  }

  #look(call: string, to: string, userId: string) {
    this.#note({ call, to })
    return Promise.resolve({ userId, displayName: 'Aki' })
  }

  // Asynchronous, so that what is thrown is a rejection, as with a real client.
  /* eslint-disable @typescript-eslint/require-await */
  readonly messages: BotClient['messages'] = {
    reply: async (token, messages, options) => this.#send('reply', token, messages, options),
    push: async (to, messages, options) => this.#send('push', to, messages, options),
  }
  readonly users: BotClient['users'] = {
    profile: async (id) => this.#look('users.profile', id, id),
  }
  readonly groups: BotClient['groups'] = {
    memberProfile: async (id, userId) => this.#look('groups.memberProfile', id, userId),
  }
  readonly rooms: BotClient['rooms'] = {
    memberProfile: async (id, userId) => this.#look('rooms.memberProfile', id, userId),
  }
  readonly content: BotClient['content'] = {
    get: async (message) => {
      this.#note({ call: 'content', to: typeof message === 'string' ? message : message.id })
      return { type: 'image/jpeg' } as never
    },
  }
  readonly richMenuAliases: BotClient['richMenuAliases'] = {
    list: async () => {
      this.#note({ call: 'aliases', to: '' })
      return [{ richMenuAliasId: 'shop', richMenuId: 'richmenu-shop' }]
    },
  }
  readonly richMenus: BotClient['richMenus'] = {
    link: async (to, id) => this.#note({ call: 'link', to: String(to), messages: id }),
    unlink: async (to) => this.#note({ call: 'unlink', to: String(to) }),
  }
  readonly chats: BotClient['chats'] = {
    showLoading: async (to, seconds) => this.#note({ call: 'loading', to, messages: seconds }),
    markAsRead: async (token) => this.#note({ call: 'markAsRead', to: token }),
  }
  /* eslint-enable @typescript-eslint/require-await */
}

/** A bot with a notebook for a client, and its warnings. */
export function botWith(options: BotOptions = {}): {
  bot: Bot
  line: Notebook
  warnings: string[]
} {
  const line = new Notebook()
  const warnings: string[] = []
  const bot = createBot({
    channelSecret: secret,
    client: line,
    onWarning: (warning) => warnings.push(String(warning)),
    ...options,
  })
  return { bot, line, warnings }
}

/** A clock that only a test advances. */
export class FakeClock {
  #time = 1_785_000_000_000
  #sleepers: { at: number; wake: () => void }[] = []

  now = (): number => this.#time

  sleep = (ms: number, signal?: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      if (signal?.aborted) {
        resolve()
        return
      }
      const sleeper = { at: this.#time + ms, wake: resolve }
      this.#sleepers.push(sleeper)
      signal?.addEventListener('abort', () => {
        this.#sleepers = this.#sleepers.filter((one) => one !== sleeper)
        resolve()
      })
    })

  /** How many are asleep. */
  get asleep(): number {
    return this.#sleepers.length
  }

  /** Lets time pass; what is due on the way happens in order, and what follows from it at once. */
  async pass(ms: number): Promise<void> {
    const end = this.#time + ms
    for (;;) {
      const [next] = this.#sleepers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)
      if (!next) break
      this.#sleepers.splice(this.#sleepers.indexOf(next), 1)
      this.#time = next.at
      next.wake()
      await turn()
    }
    this.#time = end
  }

  /** Waits until so many are asleep. */
  async sleeping(count = 1): Promise<void> {
    await vi.waitFor(() => expect(this.asleep).toBe(count), { interval: 1 })
  }
}

/** A turn of the event loop: for handlers that are not done at once, and to see that something does not happen. */
export const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** A promise that is kept from outside. */
export function promise<T = void>() {
  let resolve!: (value: T) => void
  let reject!: (error: unknown) => void
  const kept = new Promise<T>((yes, no) => {
    resolve = yes
    reject = no
  })
  return { kept, resolve, reject }
}
