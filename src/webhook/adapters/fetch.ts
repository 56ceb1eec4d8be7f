/** The web-standard adapter: Workers, Pages, Deno, Bun, Next, Hono. */
import { bodyAlreadyParsed, type WebhookResponse } from '../wire/http.js'
import { isWebRequest, wrongRequest } from './wrong-argument.js'
import type { Platform, WebhookReceiver } from '../wire/receiver.js'

/**
 * Takes a webhook that is a web-standard request, or a context that has one. Further arguments are those of the platform: `env` first, and
 * an object with `waitUntil` anywhere.
 */
// Next.js 15 checks the last type: a route takes a request, and nothing else.
export type WebhookFetch = ((
  context: { readonly request: Request },
  ...platform: unknown[]
) => Promise<Response>) &
  ((request: Request, ...platform: unknown[]) => Promise<Response>)

/** The method `fetch` of a bot, which can be passed on without it. */
export const fetchOf =
  (receiverOf: () => WebhookReceiver): WebhookFetch =>
  async (input: Request | { readonly request: Request }, ...rest: unknown[]) => {
    // Pages Functions pass one object with everything.
    const { headers, request: inner, env } = Object(input) as Record<string, unknown>
    const context = !headers && isWebRequest(inner)
    const request = (context ? inner : input) as Request
    if (!isWebRequest(request)) throw wrongRequest('bot.fetch needs a web Request', request)
    const platform = {
      env: (context && env) || rest[0],
      waitUntil: findWaitUntil(context ? [input, ...rest] : rest),
    }
    const receiver = receiverOf()
    const { method } = request
    if (request.bodyUsed) return toResponse(receiver.explain(bodyAlreadyParsed(bodyAdvice)))
    if (!platform.waitUntil && receiver.settings.ack === 'before' && method === 'POST')
      receiver.settings.warn('wait_until_missing', waitUntilMissing)
    const header = (name: string) => request.headers.get(name)
    return toResponse(await receiver.receive({ method, header, body: request.body }, platform))
  }

const toResponse = ({ status, headers, body }: WebhookResponse): Response =>
  new Response(body, { status, headers })

/** Finds `waitUntil` by its type, because every platform passes it in another place. */
function findWaitUntil(candidates: readonly unknown[]): Platform['waitUntil'] {
  for (const candidate of candidates) {
    if (typeof candidate !== 'object' || candidate === null) continue
    const { waitUntil } = candidate as { waitUntil?: unknown }
    if (typeof waitUntil === 'function') {
      return (work) => {
        ;(waitUntil as (work: Promise<unknown>) => void).call(candidate, work)
      }
    }
  }
  return undefined
}

const bodyAdvice =
  'Pass the request to bot.fetch before anything calls its json() or text(), or let that read request.clone().'

const waitUntilMissing =
  "ack: 'before', and the platform passed no waitUntil. That is fine on a server that keeps running. " +
  'On Workers, Vercel and the like, pass the context too: bot.fetch(request, env, ctx) or bot.fetch(request, { waitUntil: after }).'
