import { ByteCollector } from '../../common/bytes.js'
import { printError } from '../base/print.js'
import { bodyAborted, bodyAlreadyParsed, bodyStalled, bodyTooLarge, refusal } from '../wire/http.js'
import type { WebhookResponse } from '../wire/http.js'
import { chunkBytes } from '../wire/read-body.js'
import type { ReceivingBot, WebhookReceiver } from '../wire/receiver.js'
import { Stalls } from '../wire/stalls.js'
import { receiverOf } from './receiver-of.js'
import { isNodeRequest, wrongRequest } from './wrong-argument.js'

/** The part of `http.IncomingMessage` that is used. */
export interface NodeRequest {
  readonly method?: string | undefined
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly readableEnded?: boolean
  readonly complete?: boolean
  readonly destroyed?: boolean
  on(event: 'data', listener: (chunk: Uint8Array) => void): unknown
  on(event: 'end' | 'error' | 'close', listener: () => void): unknown
  pause(): unknown
  destroy(): unknown
}

/** The part of `http.ServerResponse` that is used; that of `node:http2` has it too. */
export interface NodeResponse {
  statusCode: number
  readonly headersSent: boolean
  setHeader(name: string, value: string): unknown
  end(body: string): unknown
}

/** A listener for `http.createServer`, Express and Connect. */
export type NodeListener = (request: NodeRequest, response: NodeResponse, next?: unknown) => void

/**
 * Handles webhooks on `node:http` and servers that are built on it.
 *
 * @example
 * createServer(toNodeListener(bot)).listen(3000)
 * express().post('/webhook', toNodeListener(bot)) // before app.use(express.json())
 */
export function toNodeListener(bot: ReceivingBot): NodeListener {
  const receiver = receiverOf('toNodeListener', bot)
  const stalls = new Stalls(receiver.settings)
  return (request, response) => {
    if (!isNodeRequest(request) || typeof response?.setHeader !== 'function')
      throw wrongRequest('toNodeListener(bot) needs request and response of node:http', request)
    const { headers } = request
    const signature = headers['x-line-signature'] as string | undefined
    const refused = receiver.refuse(
      request.method ?? '',
      signature,
      headers['content-length'] as string | undefined,
    )
    if (refused) {
      send(receiver, response, refused, true)
      return
    }
    const parsed = alreadyRead(request)
    if (parsed === undefined) read(receiver, stalls, request, response, signature!)
    else if (parsed) take(receiver, parsed, signature!, response)
    else send(receiver, response, receiver.explain(bodyAlreadyParsed(bodyAdvice)), false)
  }
}

/** The body, if other code has read and kept it; `undefined` if it is still unread, `null` if it is lost. */
function alreadyRead(request: NodeRequest): Uint8Array | null | undefined {
  // Google Cloud Functions and Firebase keep the bytes; so does express.json with the option verify.
  const { rawBody, body } = request as { rawBody?: unknown; body?: unknown }
  if (rawBody instanceof Uint8Array) return rawBody
  // express.raw() and the like.
  if (body instanceof Uint8Array) return body
  if (typeof rawBody === 'string') return new TextEncoder().encode(rawBody)
  if (typeof body === 'string') return new TextEncoder().encode(body)
  return request.readableEnded === true || request.destroyed === true ? null : undefined
}

function read(
  receiver: WebhookReceiver,
  stalls: Stalls,
  request: NodeRequest,
  response: NodeResponse,
  signature: string,
): void {
  const { maxBodyBytes, bodyTimeout } = receiver.settings
  const collector = new ByteCollector(maxBodyBytes)
  let over = false
  const stop = (answer: WebhookResponse) => {
    if (over) return
    over = true
    stalls.end(watch)
    request.pause()
    send(receiver, response, answer, true)
  }
  const watch = stalls.begin(() => stop(refusal(bodyStalled(bodyTimeout))))

  request.on('data', (chunk) => {
    if (over) return
    try {
      if (!collector.add(chunkBytes(chunk))) stop(refusal(bodyTooLarge(maxBodyBytes)))
    } catch (error) {
      stop(receiver.explain(error))
    }
  })
  request.on('end', () => {
    if (over) return
    over = true
    stalls.end(watch)
    take(receiver, collector.bytes(), signature, response)
  })
  const abort = () => {
    // Every request closes; errors take time to make.
    if (!over) stop(refusal(bodyAborted()))
  }
  request.on('error', abort)
  // Without 'end' before it: the connection is closed.
  request.on('close', abort)
}

function take(
  receiver: WebhookReceiver,
  bytes: Uint8Array,
  signature: string,
  response: NodeResponse,
): void {
  const answer = receiver.accept(bytes, signature, noPlatform)
  if (answer instanceof Promise) void answer.then((later) => send(receiver, response, later, false))
  else send(receiver, response, answer, false)
}

/** Nothing needs to keep a Node process alive. */
const noPlatform = {}

/** Never throws: it is called from listeners, where an error would end the process. */
function send(
  receiver: WebhookReceiver,
  response: NodeResponse,
  answer: WebhookResponse,
  close: boolean,
): void {
  try {
    if (response.headersSent) receiver.settings.warn('response_sent', responseSent)
    else write(response, answer, close)
  } catch (error) {
    printError('the response to a webhook could not be written.', error)
  }
}

function write(response: NodeResponse, { status, headers, body }: WebhookResponse, close: boolean) {
  response.statusCode = status
  for (const name in headers) response.setHeader(name, headers[name]!)
  // The rest of the body is not read.
  if (close) response.setHeader('connection', 'close')
  response.end(body)
}

const bodyAdvice =
  'Put the webhook before the parser (Express: app.post("/webhook", toNodeListener(bot)) above app.use(express.json()); Koa: above ' +
  'the body parser; Fastify: in a scope without content type parsers; an API route of Next.js: export const config = { api: { bodyParser: false } }), ' +
  'or have the parser keep the bytes: express.json({ verify: (req, res, bytes) => { req.rawBody = bytes } }). ' +
  'Examples: node_modules/fukidashi/docs/webhook.md#express-koa-fastify'

const responseSent =
  "A request was answered before the bot answered it, so LINE did not get the bot's answer. In Koa, set ctx.respond = false; " +
  'in Fastify, call reply.hijack(); elsewhere, let no other code answer this route.'
