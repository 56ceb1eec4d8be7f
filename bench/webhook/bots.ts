/** The bots that are measured. Each counts the events that it handles. */
import { memoryStore } from '../../src/store/index.js'
import { type Bot, createBot } from '../../src/webhook/index.js'
import { secret } from './bodies.js'

export const counter = { seen: 0 }

const stores = {
  fukidashi: () => ({}),
  'fukidashi, dedupe: false': () => ({ dedupe: false }),
  'fukidashi, memoryStore()': () => ({ store: memoryStore() }),
}

/** Names of bots, by what they remember of events that were handled. */
export const byStore = [
  'fukidashi',
  'fukidashi, dedupe: false',
  'fukidashi, memoryStore()',
] as const

/** A bot whose handler is synchronous. */
export function syncBot(name: (typeof byStore)[number]): Bot {
  const bot = createBot({ channelSecret: secret, ...stores[name]() })
  bot.on('message:text', (ctx) => {
    if (ctx.text) counter.seen += 1
  })
  return bot
}

/** The same handler, as a promise, behind a middleware. */
export function asyncBot(name: (typeof byStore)[number]): Bot {
  const bot = createBot({ channelSecret: secret, ...stores[name]() })
  bot.use(async (_, next) => {
    await next()
  })
  bot.on('message:text', async (ctx) => {
    if (ctx.text) counter.seen += 1
    await Promise.resolve()
  })
  return bot
}
