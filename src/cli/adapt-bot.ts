/** Finds the bot that a module exports. */
import type { ConnectableBot, FetchHandler, ReceivingBot } from '../emulator/index.js'

type Wiring = Parameters<ConnectableBot['connect']>[0]

const has = <Name extends string>(
  value: unknown,
  name: Name,
): value is Record<Name, (...args: never[]) => unknown> =>
  ((typeof value === 'object' && value !== null) || typeof value === 'function') &&
  typeof (value as Record<string, unknown>)[name] === 'function'

/** Wraps a function from `Request` to `Response`. */
const fromFetch = (handler: FetchHandler): ReceivingBot => ({
  receive: async ({ method, header, body }) => {
    const headers = ['content-type', 'user-agent', 'x-line-signature'].flatMap((name) => {
      const value = header(name)
      return value ? [[name, value] as [string, string]] : []
    })
    const bytes = new Uint8Array(body)
    const { status } = await handler(
      new Request('http://127.0.0.1/webhook', { method, headers, body: bytes }),
    )
    return { status }
  },
  fetch: handler,
})

/**
 * The bot that a module exports: `default` or `bot`, made by `createBot`, or anything with a `fetch`, or a function from `Request` to
 * `Response`.
 * @throws {Error} when there is none
 */
export function adapted(module: Record<string, unknown>, wiring: Wiring): ReceivingBot {
  for (const bot of [module['default'], module['bot']]) {
    if (has(bot, 'connect')) return (bot as unknown as ConnectableBot).connect(wiring)
    if (has(bot, 'fetch')) {
      const handler = bot as unknown as { fetch: FetchHandler }
      return fromFetch((request) => handler.fetch(request))
    }
    if (typeof bot === 'function') return fromFetch(bot as FetchHandler)
  }
  const names = Object.keys(module)
  throw new Error(
    'The file exports no bot. It needs `export default createBot({ … })`' +
      (names.length > 0 ? `; it exports ${names.join(', ')}.` : '.') +
      ' Start a bot with its own server separately, and use `fukidashi dev --webhook URL`.',
  )
}
