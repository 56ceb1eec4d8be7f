/** A bot with carts as sessions. */
import type { Session } from '../../src/session/index.js'
import { session } from '../../src/session/index.js'
import * as v from 'valibot'
import { memoryStore, type StoreAdapter } from '../../src/store/index.js'
import { type Bot, type BotContext, createBot, type WebhookEvent } from '../../src/webhook/index.js'
import { aki, destination, Notebook, says, secret, team } from '../webhook/support.js'

export interface Cart {
  teas: string[]
  name?: string | undefined
}
export const cart = v.object({ teas: v.array(v.string()), name: v.optional(v.string()) })
type CartBot = Bot<Session<Cart>>
export type Work = (ctx: BotContext<WebhookEvent, Session<Cart>>) => unknown

/** A bot with carts, and a way to do something with the session of an event. */
export function carts(
  options: Partial<Parameters<typeof session<typeof cart>>[0]> = {},
  store: StoreAdapter | undefined = memoryStore(),
) {
  const warnings: string[] = []
  const definition = session({ schema: cart, initial: { teas: [] }, ...options })
  const bot: CartBot = createBot({
    channelSecret: secret,
    client: new Notebook(),
    store: store as never,
    session: definition,
    onWarning: ({ code }) => warnings.push(code),
  })
  let work: Work = () => undefined
  let result: unknown
  bot.on('message:text', async (ctx) => {
    result = await work(ctx)
  })
  bot.catch(() => undefined)
  /** Handles a message of a user; the result of the work, or its error. */
  const during = async (what: Work, fields = {}, to = destination): Promise<unknown> => {
    work = what
    const [report] = await bot.handle([says('x', fields)] as never, { destination: to })
    return report!.outcome === 'failed' ? report!.error : result
  }
  return { bot, definition, store, warnings, during }
}

export const inGroup = { source: { type: 'group', groupId: team, userId: aki } }

/** A store on which something happens once, before the first write. */
export function raced(before: (store: StoreAdapter, key: string) => Promise<unknown>) {
  const store = memoryStore()
  const set = store.set.bind(store)
  let isFirst = true
  return Object.assign(store, {
    set: async (...args: Parameters<StoreAdapter['set']>) => {
      const [key, value, options] = args
      if (isFirst && options.version !== undefined) {
        isFirst = false
        await before({ ...store, set }, key)
      }
      return set(key, value, options)
    },
  })
}
