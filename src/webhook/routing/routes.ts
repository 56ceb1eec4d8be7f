/** Middleware and handlers, in order. */
import { WebhookError } from '../base/errors.js'
import type { EventContext } from '../event/event-context.js'
import type { Check, MatchResult } from './conditions.js'
import { checksFor, type Matcher, runChecks } from './match.js'
import { isThenable, promiseOf } from '../base/thenable.js'

type AnyHandler = (ctx: EventContext, ...rest: unknown[]) => unknown
type AnyMiddleware = (ctx: EventContext, next: () => Promise<void>) => unknown

interface Route {
  readonly matcher: Matcher
  readonly handler: AnyHandler
}

/** A route for events of one type and content. */
interface Candidate {
  readonly handler: AnyHandler
  readonly hasPayload: boolean
  readonly checks: readonly Check[]
}

const resolved = Promise.resolve()

/** Shared by a bot and the bots connected from it. */
export class Routes {
  readonly #middleware: AnyMiddleware[] = []
  readonly #routes: Route[] = []
  readonly #candidates = new Map<string, readonly Candidate[]>()
  readonly #standbyCandidates = new Map<string, readonly Candidate[]>()
  fallback: AnyHandler | undefined
  errorHandler: AnyHandler | undefined
  unknownHandler: ((event: unknown, about: { destination: string }) => unknown) | undefined

  use(middleware: AnyMiddleware): void {
    this.#middleware.push(middleware)
  }

  add(matcher: Matcher, handler: AnyHandler): void {
    this.#routes.push({ matcher, handler })
    this.#candidates.clear()
    this.#standbyCandidates.clear()
  }

  /** Runs middleware and the handler. Synchronous as far as they are; throws what they throw. */
  run(ctx: EventContext): unknown {
    return this.#middleware.length === 0 ? this.#dispatch(ctx) : this.#onion(ctx, 0)
  }

  #onion(ctx: EventContext, layer: number): unknown {
    const middleware = this.#middleware[layer]
    if (!middleware) return this.#dispatch(ctx)
    return middleware(
      ctx,
      nextOf(ctx, () => this.#onion(ctx, layer + 1)),
    )
  }

  #dispatch(ctx: EventContext): unknown {
    if (!ctx.isKnown) return this.unknownHandler?.(ctx.event, ctx)
    const candidates = this.#candidatesFor(ctx)
    return candidates.length === 0 ? this.#last(ctx) : this.#route(ctx, candidates, 0)
  }

  /** No handler matched. Standby events are dropped: the bot must not send. */
  #last(ctx: EventContext): unknown {
    return ctx.active ? this.fallback?.(ctx) : undefined
  }

  #route(ctx: EventContext, candidates: readonly Candidate[], from: number): unknown {
    for (let i = from; i < candidates.length; i++) {
      const { checks } = candidates[i]!
      if (checks.length === 0) return this.#call(ctx, candidates, i, undefined)
      const result = runChecks(checks, ctx.event, ctx)
      if (result instanceof Promise) {
        return result.then((later) =>
          later ? this.#call(ctx, candidates, i, later) : this.#route(ctx, candidates, i + 1),
        )
      }
      if (result) return this.#call(ctx, candidates, i, result)
    }
    return this.#last(ctx)
  }

  #call(
    ctx: EventContext,
    candidates: readonly Candidate[],
    i: number,
    result?: MatchResult,
  ): unknown {
    const { handler, hasPayload } = candidates[i]!
    ctx.match = result?.match
    // Another definition of the name has read the data.
    if (result?.payload) ctx.postbackRefusal = undefined
    // A handler that takes no `next` cannot call it.
    if (!hasPayload && handler.length < 2) return handler(ctx)
    const next = nextOf(ctx, () => this.#route(ctx, candidates, i + 1))
    return hasPayload ? handler(ctx, result?.payload?.value, next) : handler(ctx, next)
  }

  #candidatesFor(ctx: EventContext): readonly Candidate[] {
    const cache = ctx.active ? this.#candidates : this.#standbyCandidates
    const { type, contentType: content } = ctx
    const kind = content ?? type
    const cached = cache.get(kind)
    if (cached) return cached
    const fitting: Candidate[] = []
    for (const { matcher, handler } of this.#routes) {
      if (matcher.standby === ctx.active) continue
      const checks = checksFor(matcher, type, content)
      if (checks) fitting.push({ handler, hasPayload: matcher.hasPayload, checks })
    }
    cache.set(kind, fitting)
    return fitting
  }
}

/** The `next` of a middleware or handler. Handlers that it starts belong to the event even if it is not awaited. */
function nextOf(ctx: EventContext, go: () => unknown): () => Promise<void> {
  let called = false
  return () => {
    if (called) throw calledTwice()
    called = true
    const result = go()
    return isThenable(result) ? ctx.own(promiseOf(result) as Promise<void>) : resolved
  }
}

const calledTwice = () =>
  new WebhookError(
    'next_called_twice',
    'next() was called twice by the same middleware or handler.',
  )
