/** Finds the bot that a module exports. */
import type { RequestListener, Server } from 'node:http'
import { FukidashiError } from '../../../common/error.js'
import type { ConnectableBot, ReceivingBot } from '../../../emulator/index.js'
import { type Answer, fetchBot, platformEnv } from './fetch-bot.js'
import { lambdaBot, type LambdaHandler } from './lambda-bot.js'

/** A handler that a platform calls. */
type Handler = (...args: unknown[]) => unknown

const isHandler = (value: unknown): value is Handler => typeof value === 'function'

type Wiring = Parameters<ConnectableBot['connect']>[0]
type Exports = Readonly<Record<string, unknown>>

/** What a bot needs of `fukidashi dev`. */
export interface BotHost {
  wiring: Wiring
  /** Where the bot receives webhooks. */
  path: string
  report: (error: unknown) => void
  /** Lets an app listen, and returns a bot that sends webhooks to it. */
  serve: (app: RequestListener | Server) => Promise<ReceivingBot>
}

const has = <Name extends string>(
  value: unknown,
  name: Name,
): value is Record<Name, (...args: unknown[]) => unknown> =>
  ((typeof value === 'object' && value !== null) || typeof value === 'function') &&
  typeof (value as Record<string, unknown>)[name] === 'function'

/** Exports that may be a bot or a server, by name. */
const names = ['default', 'bot', 'app', 'server'] as const

/**
 * The bot that a module exports: made by `createBot`, anything with a `fetch`, a function from `Request` to `Response`, an app of
 * Express, Koa or Fastify, a server of `node:http`, or the handler of a platform. `undefined` if there is none.
 */
export async function adapted(module: Exports, host: BotHost): Promise<ReceivingBot | undefined> {
  for (const name of names) {
    const bot = await botOf(module[name], host)
    if (bot) return bot
  }
  return platformBot(module, host)
}

async function botOf(value: unknown, host: BotHost): Promise<ReceivingBot | undefined> {
  const { wiring, path, report } = host
  if (has(value, 'connect') && has(value, 'receive')) {
    const bot = (value as unknown as ConnectableBot).connect(wiring)
    return withEnv(bot)
  }
  if (has(value, 'fetch')) {
    const answer: Answer = (...args) => value.fetch(...args)
    return fetchBot(answer, path, report)
  }
  // Express: a function with methods. Fastify and Koa: objects with a listener.
  if (typeof value === 'function' && has(value, 'handle') && has(value, 'use'))
    return host.serve(value as unknown as RequestListener)
  if (has(value, 'callback') && has(value, 'use'))
    return host.serve(value.callback() as RequestListener)
  if (has(value, 'routing') && has(value, 'ready')) {
    await value.ready()
    const app = value as unknown as { routing: RequestListener; server?: Server }
    return app.server?.listening ? undefined : host.serve((...args) => app.routing(...args))
  }
  if (has(value, 'listen') && has(value, 'address') && has(value, 'closeAllConnections'))
    return (value as unknown as Server).listening
      ? undefined
      : host.serve(value as unknown as Server)
  return typeof value === 'function' ? fetchBot(value as Answer, path, report) : undefined
}

/** A bot that reads its secrets from the `env` of a Worker. */
const withEnv = (bot: ReceivingBot): ReceivingBot => ({
  receive: (request, platform) =>
    bot.receive(request, { ...platform, env: platformEnv() } as typeof platform),
  ...(bot.fetch && { fetch: (request: Request) => bot.fetch!(request) }),
})

/** Handlers that platforms find by their names: Next.js, Cloudflare Pages, AWS Lambda. */
function platformBot(module: Exports, { path, report }: BotHost): ReceivingBot | undefined {
  const { POST, GET, onRequestPost, onRequest, handler } = module
  if (isHandler(POST)) {
    const params = Promise.resolve({})
    return fetchBot(
      (request) => {
        const route = request.method === 'GET' ? GET : POST
        return isHandler(route) ? route(request, { params }) : methodMissing()
      },
      path,
      report,
    )
  }
  const page = onRequestPost ?? onRequest
  if (isHandler(page))
    return fetchBot(
      (request, env, context) => page({ request, env, params: {}, data: {}, ...context }),
      path,
      report,
    )
  return isHandler(handler) ? lambdaBot(handler as LambdaHandler, path) : undefined
}

const methodMissing = (): Response => new Response(null, { status: 405 })

/** A module has no bot. */
export class BotMissingError extends FukidashiError {
  override readonly name = 'BotMissingError'
  readonly code = 'bot_missing'
}

/** Why a module has no bot, and what to export. */
export function botMissing(module: Exports): BotMissingError {
  const exported = Object.keys(module)
  return new BotMissingError(
    'The file exports no bot, and no server of it listens. Add `export default bot` at its end, where bot is what createBot returns' +
      (exported.length > 0
        ? `; now it exports ${exported.join(', ')}.`
        : '; now it exports nothing.') +
      ' A bot that runs separately: `fukidashi dev --webhook URL`.',
  )
}
