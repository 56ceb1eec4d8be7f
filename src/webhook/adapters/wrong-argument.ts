/** Errors for arguments that an adapter cannot use, with the code to write instead. */
import { isObject } from '../../common/json.js'
import { describeValue } from '../../common/options.js'
import { optionInvalid } from '../base/checks.js'
import type { WebhookError } from '../base/errors.js'

type Fields = Readonly<Record<string, unknown>>

const fieldsOf = (value: unknown): Fields => (isObject(value) ? (value as Fields) : {})

/** Tests for a web-standard request, of any realm. */
export const isWebRequest = (value: unknown): boolean =>
  typeof fieldsOf(fieldsOf(value)['headers'])['get'] === 'function'

/** Tests for a request of `node:http`. */
export const isNodeRequest = (value: unknown): boolean => {
  const { on, headers } = fieldsOf(value)
  return typeof on === 'function' && isObject(headers)
}

/**
 * Error for a request that an adapter cannot take.
 * @param adapter - what was called, and what it needs: `bot.fetch needs a web Request`
 */
export function wrongRequest(adapter: string, value: unknown): WebhookError {
  const [name, advice] = recognize(value) ?? [describeValue(value), '']
  return optionInvalid(`${adapter}, and got ${name}.${advice && ` Write ${advice}.`}`)
}

/** Name of a value that servers pass, and the code that is right for it. */
function recognize(value: unknown): [name: string, advice: string] | undefined {
  const { req, request, response, raw, node, set, ctx, httpMethod, requestContext, Records } =
    fieldsOf(value)
  if (isWebRequest(value)) return ['a web Request', 'bot.fetch(request)']
  if (isWebRequest(fieldsOf(req)['raw']) || isWebRequest(raw))
    return [
      req ? 'a context of Hono' : 'a request of Hono',
      "app.post('/webhook', (c) => bot.fetch(c.req.raw, c.env)), on Workers c.executionCtx too",
    ]
  if (isWebRequest(request))
    return set
      ? [
          'a context of Elysia',
          "app.post('/webhook', ({ request }) => bot.fetch(request), { parse: 'none' })",
        ]
      : ['a context with a request', '({ request }) => bot.fetch(request)']
  if (isWebRequest(req)) return ['an event with a request', '(event) => bot.fetch(event.req)']
  if ((isNodeRequest(req) && (response ?? ctx)) || isNodeRequest(fieldsOf(ctx)['req']))
    return [
      ctx ? 'a request of Koa' : 'a context of Koa',
      '(ctx) => { ctx.respond = false; toNodeListener(bot)(ctx.req, ctx.res) }',
    ]
  if (isNodeRequest(raw))
    return [
      'a request of Fastify',
      '(request, reply) => { reply.hijack(); toNodeListener(bot)(request.raw, reply.raw) }',
    ]
  if (isNodeRequest(fieldsOf(node)['req']))
    return ['an event of h3', '(event) => toNodeListener(bot)(event.node.req, event.node.res)']
  if (isNodeRequest(value))
    return [
      'a request of node:http or Express',
      "createServer(toNodeListener(bot)) or app.post('/webhook', toNodeListener(bot))",
    ]
  if (Array.isArray(Records))
    return ['records of a queue', 'await bot.handle(webhook) for each record']
  if (httpMethod ?? requestContext)
    return ['an event of AWS Lambda', 'export const handler = toLambda(bot)']
  return undefined
}

/** Error for something that is not a bot, where an adapter needs one. */
export function wrongBot(adapter: string, value: unknown): WebhookError {
  const { default: inner, then } = fieldsOf(value)
  const hint =
    typeof value === 'function'
      ? ` Pass the bot itself: ${adapter}(bot), not bot.fetch or createBot.`
      : isObject(inner)
        ? ' It looks like a module: pass its default export.'
        : typeof then === 'function'
          ? ' It is a promise: await it.'
          : ''
  return optionInvalid(
    `${adapter} needs a bot: ${adapter}(createBot({ … })), and got ${describeValue(value)}.${hint}`,
  )
}
