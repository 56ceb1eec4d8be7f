/** The web-standard adapter: Workers, Pages, Deno, Bun, Next, Hono. */
import { bodyAlreadyParsed, type WebhookResponse } from '../wire/http.js'
import type { Platform, WebhookReceiver } from '../wire/receiver.js'

/** Handles a request with the arguments that the platform passes to `bot.fetch`. */
export async function fetchWebhook(
  receiver: WebhookReceiver,
  input: Request | { readonly request: Request },
  rest: readonly unknown[],
): Promise<Response> {
  // Pages Functions pass one object with everything.
  const context = 'request' in input && !('headers' in input) ? input : undefined
  const request = context ? context.request : (input as Request)
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
