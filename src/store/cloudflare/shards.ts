/** Durable Objects among which keys are distributed, for stores and queues. */
import { eachAtOnce } from '../../common/at-once.js'
import { FukidashiError } from '../../common/error.js'

/** A namespace of Durable Objects, as a binding of a Worker. */
export interface DurableNamespaceLike {
  idFromName(name: string): unknown
  get(id: never): {
    fetch(
      url: string,
      init: { method: string; body: string },
    ): Promise<{ json(): Promise<unknown> }>
  }
}

/** A call, as it is sent to an object. */
interface Call {
  operation: string
  values: unknown[]
}

/** Answer of an object. */
type Answer = { value?: unknown } | { error: string; code: string | undefined }

/** What the platform says of a call that failed. */
interface ObjectError {
  retryable?: boolean
  overloaded?: boolean
}

/** Numbers of objects that are permitted. */
export const shardRange = { min: 1, max: 1_000, whole: true } as const

/** Largest number of calls at once: a Worker opens six connections at a time. */
export const callsAtOnce = 6

export class Shards {
  readonly #namespace: DurableNamespaceLike
  readonly #count: number
  readonly #fail: (code: string, message: string) => Error

  /** @param fail - makes an error of a code that an object has answered */
  constructor(
    namespace: DurableNamespaceLike,
    count: number,
    fail: (code: string, message: string) => Error,
  ) {
    this.#namespace = namespace
    this.#count = count
    this.#fail = fail
  }

  /** The object of a key. FNV-1a: keys that differ in few letters are far apart. */
  of(key: string): number {
    let hash = 0x811c9dc5
    for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193)
    return (hash >>> 0) % this.#count
  }

  async call<T>(shard: number, operation: string, ...values: unknown[]): Promise<T> {
    const id = this.#namespace.idFromName(`fukidashi-${this.#count}-${shard}`)
    const object = this.#namespace.get(id as never)
    const body = JSON.stringify({ operation, values } satisfies Call)
    const response = await object.fetch('https://store/', { method: 'POST', body })
    const answer = (await response.json()) as Answer
    if (!('error' in answer)) return answer.value as T
    if (answer.code === undefined) throw new Error(answer.error)
    throw this.#fail(answer.code, answer.error)
  }

  /** Like `call`, for what may be done twice: calls again if the object was restarted, as when a new version of the Worker is deployed. */
  async callTwice<T>(shard: number, operation: string, ...values: unknown[]): Promise<T> {
    try {
      return await this.call(shard, operation, ...values)
    } catch (error) {
      const { retryable, overloaded } = Object(error) as ObjectError
      if (retryable !== true || overloaded === true) throw error
      return this.call(shard, operation, ...values)
    }
  }

  /** Calls all objects, some at a time. Rejects when one fails. */
  async all<T>(operation: string, ...values: unknown[]): Promise<T[]> {
    const answers: T[] = []
    const all = Array.from({ length: this.#count }, (_, shard) => shard)
    await eachAtOnce(all, callsAtOnce, async (shard) => {
      answers[shard] = await this.call<T>(shard, operation, ...values)
    })
    return answers
  }
}

/**
 * Answers a call within an object.
 *
 * @param operations - the methods of `target` that can be called
 * @param run - runs a method
 */
export async function answerCall<T extends object>(
  request: Request,
  target: T,
  operations: readonly (keyof T)[],
  run: (method: () => unknown) => unknown = (method) => method(),
): Promise<Response> {
  let answer: Answer
  try {
    const { operation, values } = (await request.json()) as Call
    const name = operations.find((one) => one === operation)
    if (name === undefined) throw new TypeError('Unknown operation')
    const method = target[name] as (...values: unknown[]) => unknown
    answer = { value: await run(() => method.apply(target, values)) }
  } catch (error) {
    const code = error instanceof FukidashiError ? error.code : undefined
    answer = { error: error instanceof Error ? error.message : String(error), code }
  }
  return Response.json(answer)
}
