import { isObject } from '../../common/json.js'
import { bodyAlreadyParsed, bodyTooLarge, type WebhookResponse } from '../wire/http.js'
import type { ReceivingBot } from '../wire/receiver.js'
import { receiverOf } from './receiver-of.js'
import { wrongRequest } from './wrong-argument.js'

/** An event of API Gateway (REST or HTTP API), a function URL or a load balancer, as far as it is used here. */
export interface LambdaEvent {
  /** Only from REST APIs (version 1.0) and load balancers. */
  readonly httpMethod?: string | undefined
  /** HTTP APIs and function URLs (version 2.0) have the method here: `http.method`. */
  readonly requestContext?: object | null | undefined
  readonly headers?: Readonly<Record<string, string | undefined>> | null | undefined
  readonly multiValueHeaders?:
    Readonly<Record<string, readonly string[] | undefined>> | null | undefined
  readonly body?: string | null | undefined
  readonly isBase64Encoded?: boolean | undefined
}

/** Result for API Gateway, function URLs and load balancers. */
export interface LambdaResult {
  statusCode: number
  headers: Record<string, string>
  /** Only for load balancers whose events have no other headers; they ignore `headers`. */
  multiValueHeaders?: Record<string, string[]>
  body: string
  isBase64Encoded: false
}

/** A handler for Lambda. */
export type LambdaHandler = (event: LambdaEvent, context?: unknown) => Promise<LambdaResult>

/**
 * Handles webhooks on AWS Lambda, behind API Gateway (REST and HTTP APIs), a function URL or a load balancer.
 *
 * Lambda stops the process with the response, so `ack: 'before'` has no effect here: the response waits for the handlers. For work
 * that takes longer than LINE's two seconds, verify with `parseWebhook`, put the events into a queue, and call `bot.handle`
 * behind it.
 *
 * @example
 * export const handler = toLambda(bot)
 */
export function toLambda(bot: ReceivingBot): LambdaHandler {
  const receiver = receiverOf('toLambda', bot)
  return async (event) => {
    const method = methodOf(event)
    // A queue would take any result for success, and its events would be lost.
    if (typeof method !== 'string')
      throw wrongRequest('toLambda(bot) needs an event of API Gateway or a function URL', event)
    const headers = lowerCased(event)
    const signature = headers.get('x-line-signature')
    const refused = receiver.refuse(method, signature, headers.get('content-length'))
    if (refused) return toResult(event, refused)
    if (receiver.settings.ack === 'before') receiver.settings.warn('ack_ignored', beforeUnsupported)
    const work: Promise<unknown>[] = []
    try {
      const bytes = bytesOf(event, receiver.settings.maxBodyBytes)
      const answer = await receiver.accept(bytes, signature, {
        waitUntil: (promise) => void work.push(promise),
      })
      for (const one of work) await one
      return toResult(event, answer)
    } catch (error) {
      return toResult(event, receiver.explain(error))
    }
  }
}

function methodOf(event: LambdaEvent | undefined): unknown {
  const context = event?.requestContext as { http?: { method?: unknown } } | null | undefined
  return event?.httpMethod ?? context?.http?.method
}

function lowerCased({ headers, multiValueHeaders }: LambdaEvent): Map<string, string> {
  const lowered = new Map<string, string>()
  for (const [name, values] of Object.entries(multiValueHeaders ?? {})) {
    if (values?.length === 1) lowered.set(name.toLowerCase(), values[0]!)
  }
  for (const [name, value] of Object.entries(headers ?? {})) {
    if (value !== undefined) lowered.set(name.toLowerCase(), value)
  }
  return lowered
}

/** The bytes of a body; too large ones are not decoded. */
function bytesOf({ body, isBase64Encoded }: LambdaEvent, maxBodyBytes: number): Uint8Array {
  if (!body) return new Uint8Array()
  if (isObject(body)) throw bodyAlreadyParsed(bodyAdvice)
  if ((isBase64Encoded ? decodedLength(body) : body.length) > maxBodyBytes) {
    throw bodyTooLarge(maxBodyBytes)
  }
  if (!isBase64Encoded) return new TextEncoder().encode(body)
  try {
    const binary = atob(body)
    const bytes = new Uint8Array(binary.length)
    for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i)
    return bytes
  } catch {
    // Not base64, so not from Lambda; the signature will not fit.
    return new Uint8Array()
  }
}

/** Number of bytes in a base64 text. */
const decodedLength = (base64: string): number =>
  Math.floor((base64.length * 3) / 4) - (base64.endsWith('==') ? 2 : base64.endsWith('=') ? 1 : 0)

function toResult(
  { headers: single, multiValueHeaders: many }: LambdaEvent,
  { status, headers, body }: WebhookResponse,
): LambdaResult {
  const result = {
    statusCode: status,
    headers: { ...headers },
    body,
    isBase64Encoded: false,
  } as const
  if (single || !many) return result
  const entries = Object.entries(headers).map(([name, value]) => [name, [value]])
  return { ...result, multiValueHeaders: Object.fromEntries(entries) as Record<string, string[]> }
}

const bodyAdvice =
  'Remove the middleware that parses it (such as jsonBodyParser of Middy) from this function.'

const beforeUnsupported =
  "ack: 'before' has no effect on Lambda, which stops the process with the response: the response waits for the handlers. " +
  'For longer work, put the events into a queue (SQS) and call bot.handle behind it.'
