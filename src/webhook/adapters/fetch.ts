/** The web-standard adapter: Workers, Pages, Deno, Bun, Next, Hono. */
import { bodyAlreadyParsed, type WebhookResponse } from '../wire/http.js'
import type { Platform, WebhookReceiver } from '../wire/receiver.js'

/** Takes a request as `bot.fetch` is called: with whatever the platform gives along. */
export async function fetchWebhook(
  receiver: WebhookReceiver,
  given: Request | { readonly request: Request },
  rest: readonly unknown[],
): Promise<Response> {
  // Pages Functions give one object with everything.
  const context = 'request' in given && !('headers' in given) ? given : undefined
  const request = context ? context.request : (given as Request)
  const env = context && 'env' in context ? context.env : rest[0]
  const waitUntil = findWaitUntil(context ? [context, ...rest] : rest)

  if (request.bodyUsed) return toResponse(receiver.explain(bodyAlreadyParsed(bodyAdvice)))
  if (!waitUntil && receiver.settings.ack === 'before' && request.method === 'POST') {
    receiver.settings.warn('wait_until_missing', waitUntilMissing)
  }
  return toResponse(
    await receiver.receive(
      {
        method: request.method,
        header: (name) => request.headers.get(name),
        body: request.body,
      },
      { env, waitUntil } satisfies Platform,
    ),
  )
}

const toResponse = ({ status, headers, body }: WebhookResponse): Response =>
  new Response(body, { status, headers })

/** Found by shape, because every platform gives it at another place. */
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
  'Give bot.fetch the request before anything calls its json() or text(), or give it request.clone() and read the other.'

const waitUntilMissing =
  "ack: 'before' answers before the work is done, and the platform gave nothing with a waitUntil. On a server that keeps running " +
  'that is fine. On Workers, Vercel and the like the work may be cut off: pass the context along, as in ' +
  'bot.fetch(request, env, ctx) or bot.fetch(request, { waitUntil: after }).'
