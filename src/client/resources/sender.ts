/** Renders messages, sends them as one or several requests, and makes one result. */
import { endpoints, type OperationId } from '../../endpoints/index.js'
import { type Renderable, renderAll, type Rendered } from '../../render/index.js'
import type { SentMessage } from '../../spec/api/index.js'
import type { Engine } from '../engine.js'
import { LineArgumentError } from '../errors/argument-error.js'
import type { SentRequest } from '../errors/batch-error.js'
import { LineConnectionError } from '../errors/connection-error.js'
import type { CallOptions, LineClientOptions } from '../options.js'
import { type Batch, chunks, deliver, maxMessages, maxRecipients, rangesOf } from './batches.js'
import type { KeyedSendOptions, RenderingOptions, SendKind, Sent } from './send-options.js'

/** Kind of recipient: some messages are permitted for some kinds only. */
export type RecipientKind = 'user' | 'group' | 'room'

export interface Send {
  kind: SendKind
  operationId: OperationId
  node: Renderable
  /** Properties of the body other than the messages. */
  head: object
  /** Recipients of a multicast; any number. */
  recipients?: readonly string[]
  to?: RecipientKind | undefined
  options: KeyedSendOptions
}

const kinds: Record<string, RecipientKind> = { U: 'user', C: 'group', R: 'room' }

/** The kind of recipient, from the first letter of the id. */
export const kindOf = (id: string): RecipientKind | undefined => kinds[id[0] ?? '']

export class Sender {
  readonly #engine: Engine
  readonly #client: LineClientOptions

  constructor(engine: Engine, client: LineClientOptions) {
    this.#engine = engine
    this.#client = client
  }

  /** Renders with the options of the call, else of the client. More than {@limit MessageList_maxItems} messages are permitted here. */
  async render(
    operationId: OperationId,
    endpoint: SendKind | 'pnp',
    node: Renderable,
    to: RecipientKind | undefined,
    options: RenderingOptions & Pick<CallOptions, 'signal'>,
  ): Promise<Rendered> {
    const { context, clock, env, validate, onWarning } = this.#client
    const { signal } = options
    const rendering = renderAll(node, {
      signal,
      context: options.context ?? context,
      clock: options.clock ?? clock,
      env: options.env ?? env,
      validate: options.validate ?? validate,
      onWarning: options.onWarning ?? onWarning,
      endpoint,
      to,
      maxMessages: endpoint === 'pnp' ? maxMessages : Infinity,
    })
    try {
      return await rendering
    } catch (error) {
      if (!signal?.aborted || error !== signal.reason) throw error
      throw new LineConnectionError({
        code: 'request_aborted',
        operationId,
        method: endpoints[operationId].method,
        path: endpoints[operationId].path,
        retryKey: (options as KeyedSendOptions).retryKey,
        attempts: 0,
        accepted: 'no',
        cause: error,
      })
    }
  }

  async send(send: Send): Promise<Sent> {
    const { kind, node, head, options, recipients, operationId } = send
    const rendered = await this.render(operationId, kind, node, send.to, options)
    const ranges = rangesOf(rendered.messages.length)
    if (ranges.length > 1 && (kind === 'reply' || !options.split))
      throw tooMany(kind, rendered.messages.length, ranges.length)
    const rest = JSON.stringify(head).slice(1, -1)
    if (ranges.length === 1 && (recipients?.length ?? 0) <= maxRecipients) {
      const batch = { messages: ranges[0]!, ...(recipients && { to: recipients }) }
      const request = await this.#request(send, batch, rendered, rest)
      return {
        sentMessages: request.sentMessages,
        requestId: request.requestId,
        requests: [request],
      }
    }
    if (options.retryKey !== undefined)
      throw new LineArgumentError(
        'option_invalid',
        'a retryKey is for one request, but this send takes several',
      )
    const all = recipients ? chunks(recipients, maxRecipients) : [undefined]
    const batches: Batch[] = all.flatMap((to) =>
      ranges.map((messages) => ({ messages, ...(to && { to }) })),
    )
    const requests = await deliver(batches, (batch) => this.#request(send, batch, rendered, rest))
    return {
      sentMessages: requests.flatMap(({ sentMessages }) => sentMessages),
      requestId: requests.at(-1)!.requestId,
      requests,
    }
  }

  async #request(
    { operationId, options }: Send,
    batch: Batch,
    { messages, json, locate }: Rendered,
    rest: string,
  ): Promise<SentRequest> {
    const { from, count } = batch.messages
    const part =
      count === messages.length ? json : JSON.stringify(messages.slice(from, from + count))
    const to = batch.to ? `"to":${JSON.stringify(batch.to)},` : ''
    const inner = {
      ...options,
      locate: (path: string) => {
        const whole = path.replace(
          /^messages\[(\d+)\]/,
          (_, index) => `messages[${Number(index) + from}]`,
        )
        return { path: whole, ...locate(whole) }
      },
    }
    const written = `{${to}${rest && `${rest},`}"messages":${part}}`
    try {
      const outcome = await this.#engine.exchange<{ sentMessages?: SentMessage[] }>(
        operationId,
        { written },
        inner,
      )
      const { requestId, retryKey, attempts, repeated } = outcome
      const sentMessages = outcome.answer.sentMessages ?? []
      const sent = {
        requestId,
        retryKey,
        attempts,
        repeated,
        sentMessages,
        messages: batch.messages,
      }
      return batch.to ? { ...sent, to: batch.to } : sent
    } catch (error) {
      // LINE accepted the request, but the answer is incomplete: the messages are sent, and only their ids are unknown.
      if (!(error instanceof LineConnectionError) || error.accepted !== 'yes') throw error
      // A complete answer that is not LINE's may come from another server.
      if (error.code === 'answer_unreadable') throw error
      const { retryKey, attempts } = error
      return { requestId: '', retryKey, attempts, repeated: false, sentMessages: [], ...batch }
    }
  }
}

function tooMany(kind: SendKind, count: number, requests: number): LineArgumentError {
  const advice =
    kind === 'reply'
      ? `The reply token works for one request: reply with ${maxMessages} and push the others; in a handler, ctx.reply(…, { push: 'overflow' }) does that.`
      : `Pass { split: true } to send them as ${requests} requests, in order.`
  return new LineArgumentError(
    'messages_too_many',
    `${count} messages; one request has at most ${maxMessages}. ${advice}`,
  )
}
