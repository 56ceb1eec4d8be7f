/** The attempts of one call, one after the other, and their results. */
import type { Endpoint, OperationId } from '../endpoints/index.js'
import { after, monotonic } from '../common/clock.js'
import { answerFields, answerProblem } from './answers.js'
import type { AttemptParts, Ended, Failed, Outcome, Tries } from './ended.js'
import { readRefusal } from './errors/answer.js'
import { codeOf } from './errors/code.js'
import { connectionErrorOf, requestIdOf } from './errors/error-of.js'
import type { LineClientOptions, RequestInfo } from './options.js'
import { secretHeaders, secretsOf } from './request/request.js'
import type { Exchange, TransportError, WireAnswer, WireRequest } from './transport/index.js'
import { type Patience, Watch } from './watch.js'

/** Content of an answer. */
type Read = { json: unknown } | { problem: string; whole: boolean }

type Lost = Pick<TransportError, 'left' | 'status' | 'cause'> & Partial<TransportError>

export class Attempt implements Tries {
  readonly parts: AttemptParts
  /** Number of attempts so far. */
  count = 0
  /** An earlier attempt may have been accepted. */
  doubtful = false
  /** Token of the last attempt. */
  token: string | undefined
  readonly #tokens = new Set<string>()
  /** Time limit of the last attempt. */
  patience: Patience = { ms: 0, idle: false }
  #began = 0

  constructor(parts: AttemptParts) {
    this.parts = parts
  }

  run(token: string | undefined, left: number): Promise<Ended> {
    const { row, request, base, headers, retryKey, clock, call, client, guard } = this.parts
    this.count += 1
    this.token = token
    this.#began = monotonic(clock)
    this.patience = patienceOf(
      row,
      call.timeout,
      client.timeout,
      this.count === 1 ? Infinity : left,
    )
    if (call.signal?.aborted)
      return Promise.resolve({
        ok: false,
        failure: 'aborted',
        left: false,
        cause: call.signal.reason as unknown,
      })
    guard?.()
    if (client.onRequest || call.onRequest) this.#callHooks('onRequest', this.info())

    if (token !== undefined) {
      this.#tokens.add(token)
      headers['authorization'] = `Bearer ${token}`
    }
    if (retryKey !== undefined) headers['x-line-retry-key'] = retryKey
    const wire: WireRequest = {
      method: row.method,
      base,
      path: request.path + request.query,
      headers,
      body: request.body,
      stream: row.answer?.kind === 'bytes',
    }
    return this.patience.idle ? this.#patiently(wire) : this.#within(wire)
  }

  /** Sends, and fails if there is no answer in time. */
  async #within(wire: WireRequest): Promise<Ended> {
    const { clock, call, transport } = this.parts
    const exchange = transport(wire)
    let late = false
    const stop = after(clock, this.patience.ms, () => {
      late = true
      exchange.cancel(tooLate())
    })
    const release = call.signal && onAbort(call.signal, exchange)
    let answer: WireAnswer
    try {
      answer = await exchange.answer
    } catch (error) {
      return this.#lost(error as TransportError, late)
    } finally {
      stop()
      release?.()
    }
    return this.#resultOf(answer)
  }

  /** Sends, and fails if no byte moves for too long, also in the answer's stream. */
  async #patiently(wire: WireRequest): Promise<Ended> {
    const { clock, call, transport } = this.parts
    let late = false
    const watch = new Watch(clock, this.patience.ms, () => {
      late = true
      exchange.cancel(tooLate())
    })
    const exchange: Exchange = transport({
      ...wire,
      onProgress: watch.touch,
      onRest: watch.rest,
      onEnd: () => release?.(),
      torn: (cause) =>
        connectionErrorOf(this.#lost({ cause, left: true, status: 200 }, late), this),
    })
    const release = call.signal && onAbort(call.signal, exchange)
    let answer: WireAnswer
    try {
      answer = await exchange.answer
      // A stream continues: its reader starts the watch again, and the signal still ends it.
      watch.rest()
      if (!answer.stream) release?.()
    } catch (error) {
      watch.rest()
      release?.()
      return this.#lost(error as TransportError, late)
    }
    return this.#resultOf(answer)
  }

  #resultOf(answer: WireAnswer): Ended {
    const { row, operationId, retryKey } = this.parts
    const { status, header, text } = answer
    const repeated =
      status === 409 && retryKey !== undefined && header('x-line-accepted-request-id') !== undefined
    if ((status >= 200 && status < 300 && status !== row.late) || repeated) {
      const read = this.#read(answer)
      // For a retry key that was accepted before, the headers are enough.
      if (repeated && 'problem' in read && read.whole)
        return { ok: true, answer, json: {}, repeated }
      if ('problem' in read) {
        answer.stream?.cancel().catch(() => undefined)
        const { problem, whole } = read
        const cause = new Error(problem)
        return { ok: false, failure: 'unreadable', left: true, status, header, whole, cause }
      }
      return { ok: true, answer, json: read.json, repeated }
    }
    const refusal = readRefusal(text)
    const code = codeOf(status, operationId, refusal.message)
    // LINE may have processed the request before it answered with 5xx.
    if (status >= 500) this.doubtful = true
    return { ok: false, failure: 'refused', left: true, status, code, refusal, header }
  }

  /** The JSON of a success, or the reason why it is not valid. */
  #read({ status, text, stream }: WireAnswer): Read {
    const { row, operationId, headers } = this.parts
    if (row.answer?.kind === 'json') return readJson(operationId, text)
    if (row.answer?.kind !== 'bytes') return { json: undefined }
    if (status === 206 && headers['range'] === undefined)
      return wrong('status 206 is only a part of the content, which was not asked for')
    return stream || status === 200
      ? { json: undefined }
      : wrong(`status ${status} comes without content`)
  }

  #lost({ left, status, cause, unreadable }: Lost, late: boolean): Failed {
    if (left) this.doubtful = true
    const failure = late
      ? 'timeout'
      : this.parts.call.signal?.aborted
        ? 'aborted'
        : unreadable
          ? 'unreadable'
          : 'lost'
    const fields = status === undefined ? {} : { status }
    const whole = failure === 'unreadable'
    return { ok: false, failure, left, whole, ...fields, ...(late ? {} : { cause }) }
  }

  outcome<T>(ended: Ended & { ok: true }): Outcome<T> {
    const { answer, json, repeated } = ended
    this.report(ended, undefined)
    const { header, stream } = answer
    const requestId =
      (repeated ? header('x-line-accepted-request-id') : header('x-line-request-id')) ?? ''
    const { retryKey } = this.parts
    return {
      answer: json as T,
      requestId,
      retryKey,
      attempts: this.count,
      repeated,
      header,
      stream,
    }
  }

  info(): RequestInfo {
    const { operationId, row, request, retryKey } = this.parts
    return { operationId, method: row.method, path: request.path, attempt: this.count, retryKey }
  }

  /** Calls the hooks with the result of the last attempt. */
  report(ended: Ended, retryIn: number | undefined): void {
    const { client, call, clock } = this.parts
    if (!client.onResponse && !call.onResponse) return
    const { status, header } = ended.ok ? ended.answer : ended
    this.#callHooks('onResponse', {
      ...this.info(),
      status,
      requestId: requestIdOf(header, this.secrets()),
      ms: monotonic(clock) - this.#began,
      accepted: ended.ok ? 'yes' : ended.left && (status ?? 500) >= 500 ? 'maybe' : 'no',
      retryIn,
    })
  }

  /** A hook that throws must not make a sent message fail. */
  #callHooks<Hook extends 'onRequest' | 'onResponse'>(
    hook: Hook,
    info: Parameters<NonNullable<LineClientOptions[Hook]>>[0],
  ): void {
    for (const { [hook]: listener } of [this.parts.client, this.parts.call]) {
      const complain = (error: unknown) => console.error(`fukidashi: ${hook} threw`, error)
      try {
        const later: unknown = (listener as ((info: unknown) => unknown) | undefined)?.(info)
        if (later instanceof Promise) later.catch(complain)
      } catch (error) {
        complain(error)
      }
    }
  }

  /** Secrets that must not appear in errors and logs. */
  secrets(): string[] {
    const { input, headers } = this.parts
    return [...this.#tokens, ...secretsOf(input), ...secretHeaders(headers)]
  }
}

const wrong = (problem: string): Read => ({ problem, whole: true })

function readJson(operationId: OperationId, text: string): Read {
  if (text === '') return operationId in answerFields ? wrong('it is empty') : { json: {} }
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    // The parser's error quotes the answer, which may contain anything.
    return { problem: 'it is not JSON', whole: false }
  }
  const problem = answerProblem(operationId, json)
  return problem === undefined ? { json } : wrong(problem)
}

const tooLate = () => new Error('too late')

/** Ends an exchange with a signal, until the function that it returns is called. */
function onAbort(signal: AbortSignal, exchange: Exchange): () => void {
  const abort = () => exchange.cancel(signal.reason)
  signal.addEventListener('abort', abort, { once: true })
  return () => signal.removeEventListener('abort', abort)
}

function patienceOf(
  row: Endpoint,
  call: number | undefined,
  client: number | undefined,
  left: number,
): Patience {
  // Operations that LINE documents as slow have at least their own time limit.
  if (row.idleTimeout !== undefined)
    return { ms: call ?? Math.max(row.idleTimeout, client ?? 0), idle: true }
  const own = row.timeout === undefined ? (client ?? 10_000) : Math.max(row.timeout, client ?? 0)
  return { ms: Math.min(call ?? own, Math.max(left, 1)), idle: false }
}
