/** LINE's API: from a request to an answer. */
import { operations } from '../operations/index.js'
import type { World } from '../state/world.js'
import { type Answer, refusal, Refusal, type Result } from './answer.js'
import { authenticate } from './auth.js'
import { Call } from './call.js'
import { ConnectionReset, type Fault, faultMessage, Faults } from './faults.js'
import { checkParameters } from './parameters.js'
import { Buckets } from './rate-limits.js'
import { type ApiRequest, pathOf } from './request.js'
import { acceptedBefore, remember } from './retry-keys.js'
import { type Match, route } from './router.js'
import { sentences } from './sentences.js'
import { checkBody } from './body.js'

/** Headers of every answer. */
const common = {
  'content-type': 'application/json',
  server: 'legy',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'x-xss-protection': '1; mode=block',
  'cache-control': 'no-cache, no-store, max-age=0, must-revalidate',
  pragma: 'no-cache',
  expires: '0',
}

export class Api {
  readonly faults = new Faults()
  /** Whether LINE's rate limits are enforced. */
  limited: boolean
  readonly #world: World
  readonly #buckets = new Buckets()

  constructor(world: World, limited: boolean) {
    this.#world = world
    this.limited = limited
  }

  /**
   * Answers. Synchronous where the operation is and nothing is to go wrong.
   * @throws {ConnectionReset} When a fault wants no answer to come.
   */
  handle(request: ApiRequest): Answer | Promise<Answer> {
    const world = this.#world
    const start = { at: world.now, monotonic: world.clock.monotonic() }
    const requestId = world.chance.uuid()
    world.agenda.catchUp()
    const path = pathOf(request.path)
    const match = route(request.method, path, request.host)
    if (match === 'unknown') world.failures.reportPath(request.method, path)
    const matched = typeof match === 'string' ? undefined : match
    const call =
      matched &&
      new Call({
        world,
        ...matched,
        request,
        query: new URLSearchParams(request.path.slice(path.length)),
        requestId,
      })
    const done = (answer: Answer, fault?: Fault): Answer => {
      this.#note(request, call, requestId, start, answer, fault)
      return answer
    }

    const fault = this.faults.meet(matched?.operation)
    if (fault) return this.#counted(this.#fail(fault, call, match, requestId, done))
    const answer = this.#answer(call, match, requestId)
    if (!(answer instanceof Promise)) return done(answer)
    return this.#counted(answer.then((later) => done(later)))
  }

  /** Counts a call while it is not answered. */
  #counted(answering: Promise<Answer>): Promise<Answer> {
    const { journal } = this.#world
    journal.callsInProgress++
    return answering.finally(() => journal.callsInProgress--)
  }

  #answer(
    call: Call | undefined,
    match: Match | 'unknown' | 'method',
    requestId: string,
  ): Answer | Promise<Answer> {
    try {
      if (match === 'method') throw refusal(405, sentences.methodNotAllowed)
      if (!call) throw refusal(404, sentences.notFound)
      const result = this.#run(call)
      return result instanceof Promise
        ? result.then(
            (later) => written(this.#kept(call, later), requestId, call),
            (error: unknown) => refused(error, requestId),
          )
        : written(this.#kept(call, result), requestId, call)
    } catch (error) {
      return refused(error, requestId)
    }
  }

  #run(call: Call): Result | Promise<Result> {
    const world = this.#world
    if (call.row.auth !== 'none') authenticate(call.header('authorization'), world.state, world.now)
    checkBody(call)
    if (this.limited && !this.#buckets.take(call.operation, world.now))
      throw refusal(429, sentences.rateLimit)
    checkParameters(call)
    const before = acceptedBefore(call)
    if (before) throw before
    return operations[call.operation](call)
  }

  #kept(call: Call, result: Result): Result {
    remember(call, result)
    return result
  }

  async #fail(
    fault: Fault,
    call: Call | undefined,
    match: Match | 'unknown' | 'method',
    requestId: string,
    done: (answer: Answer, fault: Fault) => Answer,
  ): Promise<Answer> {
    if (fault.delay !== undefined) await this.#world.clock.sleep(fault.delay)
    const none: Answer = { status: 0, headers: {}, body: '' }
    if (fault.reset === 'before') {
      done(none, fault)
      throw new ConnectionReset('A fault closed the connection before the operation was performed.')
    }
    const goesOn = fault.reset === 'after' || fault.commit === true || fault.status === undefined
    const answer = goesOn ? await this.#answer(call, match, requestId) : none
    if (fault.reset === 'after') {
      done({ ...answer, status: 0 }, fault)
      throw new ConnectionReset('A fault closed the connection after the operation was performed.')
    }
    if (fault.status === undefined) return done(answer, fault)
    return done(refused(refusal(fault.status, faultMessage(fault)), requestId), fault)
  }

  #note(
    request: ApiRequest,
    call: Call | undefined,
    requestId: string,
    start: { at: number; monotonic: number },
    { status, headers, body }: Answer,
    fault: Fault | undefined,
  ): void {
    const { journal } = this.#world
    journal.keep({
      type: 'call',
      number: journal.next(),
      at: start.at,
      operation: call?.operation,
      method: request.method,
      path: request.path,
      headers: request.headers,
      request: typeof request.body === 'string' ? request.body : request.body.length,
      status,
      answerHeaders: headers,
      answer: typeof body === 'string' ? body : body.length,
      requestId,
      ms: Math.round(this.#world.clock.monotonic() - start.monotonic),
      problems: call?.problems ?? [],
      ...(fault && { fault: `fault ${fault.id}` }),
    })
  }
}

function written(result: Result, requestId: string, { row }: Call): Answer {
  const body = result.bytes ?? (result.json === undefined ? '' : JSON.stringify(result.json))
  const headers: Record<string, string> = {
    ...common,
    'x-line-request-id': requestId,
    ...result.headers,
  }
  if (result.contentType !== undefined) headers['content-type'] = result.contentType
  return { status: result.status ?? row.status ?? 200, headers, body }
}

function refused(error: unknown, requestId: string): Answer {
  const known = error instanceof Refusal ? error : undefined
  if (!known) console.error('fukidashi: the emulator failed to answer.', error)
  const body = known ? known.body : { message: sentences.internal }
  return {
    status: known?.status ?? 500,
    headers: { ...common, 'x-line-request-id': requestId, ...known?.headers },
    body: body === undefined ? '' : JSON.stringify(body),
  }
}
