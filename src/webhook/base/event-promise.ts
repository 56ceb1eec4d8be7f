/** Promises that belong to an event, such as those of `ctx.reply`. */

/** The event that a promise belongs to. */
export interface PromiseOwner {
  /** A promise was made. The event ends after it. */
  started(): void
  /** A promise was fulfilled. */
  ended(): void
  /** A promise was rejected. */
  rejected(promise: EventPromise<unknown>, error: unknown): void
}

/**
 * A promise of an event, and those made from it with `then`, `catch` and `finally`. It notes whether anything listens to it: a handler
 * that does not await it would end the process if it were rejected, so its owner reports the error.
 */
export class EventPromise<T> extends Promise<T> {
  /** Something listens to it, and gets its error. */
  isAwaited = false
  #owner: PromiseOwner | undefined

  /** The same result, as a promise of an event. */
  static of<T>(owner: PromiseOwner, result: Promise<T>): EventPromise<T> {
    return new EventPromise<T>((resolve, reject) => {
      result.then(resolve, reject)
    }).#belongTo(owner)
  }

  #belongTo(owner: PromiseOwner): this {
    this.#owner = owner
    owner.started()
    super.then(
      () => owner.ended(),
      (error: unknown) => owner.rejected(this, error),
    )
    return this
  }

  override then<A = T, B = never>(
    done?: ((value: T) => A | PromiseLike<A>) | null,
    failed?: ((error: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    const next = this.listen(done, failed)
    return this.#owner && next instanceof EventPromise ? next.#belongTo(this.#owner) : next
  }

  /** `then` for functions that do not throw: what it returns belongs to no event. */
  listen<A = T, B = never>(
    done?: ((value: T) => A | PromiseLike<A>) | null,
    failed?: ((error: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    this.isAwaited = true
    return super.then(done, failed)
  }
}
