/** Order of the events of a channel: one after the other for each user, group or room. */

/** An event in the order. */
export interface Ordered<Self> {
  /** Id of the event, or `''`. */
  readonly id: string
  /** Key of the order: the id of a user, a group or a room; `''` without order. */
  readonly key: string
  /** Waits for the end of this one. */
  next: Self | undefined
  /** Neighbours in the list of all events that are under way. */
  preceding: Self | undefined
  following: Self | undefined
  start(): void
}

/** Keys whose events have all ended keep their entry up to this number: deleting costs more. */
const idleKeys = 1_000

export class Order<J extends Ordered<J>> {
  /** A list, because a hundred events come and go in a millisecond, and Maps are slow to grow and shrink. */
  #first: J | undefined
  /** Created by the first search for an id, and kept until no event is running. */
  #byId: Map<string, J> | undefined
  readonly #lastOfKey = new Map<string, J | undefined>()
  /** Events whose turn has come. */
  readonly #due: J[] = []
  #starting = false

  /** Events are under way. */
  get isBusy(): boolean {
    return this.#first !== undefined
  }

  /** The event that the next one with this key has to wait for. */
  lastOf(key: string): J | undefined {
    return this.#lastOfKey.size === 0 ? undefined : this.#lastOfKey.get(key)
  }

  /** The event with this id that is under way. */
  find(id: string): J | undefined {
    if (!this.#byId) {
      this.#byId = new Map()
      for (let job = this.#first; job; job = job.following) this.#byId.set(job.id, job)
    }
    return this.#byId.get(id)
  }

  add(job: J): void {
    job.following = this.#first
    if (this.#first) this.#first.preceding = job
    this.#first = job
    this.#byId?.set(job.id, job)
    if (job.key !== '') this.#lastOfKey.set(job.key, job)
  }

  remove(job: J): void {
    const { preceding, following } = job
    if (preceding) preceding.following = following
    else this.#first = following
    if (following) following.preceding = preceding
    // References from old objects to young ones keep garbage alive.
    job.preceding = undefined
    job.following = undefined
    if (!this.#first) this.#byId = undefined
    else if (this.#byId?.get(job.id) === job) this.#byId.delete(job.id)
    if (this.#lastOfKey.get(job.key) !== job) return
    if (this.#lastOfKey.size > idleKeys) this.#lastOfKey.delete(job.key)
    else this.#lastOfKey.set(job.key, undefined)
  }

  /** Starts the event that waited for this one: from a loop, so that the stack does not grow with the queue. */
  startNext(job: J): void {
    const { next } = job
    if (!next) return
    job.next = undefined
    this.#due.push(next)
    if (this.#starting) return
    this.#starting = true
    for (let due = this.#due.shift(); due; due = this.#due.shift()) due.start()
    this.#starting = false
  }
}
