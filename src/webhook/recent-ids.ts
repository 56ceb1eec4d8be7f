/** Remembers what was done lately: so many ids, for so long. */
export class RecentIds<Running extends object> {
  /** When an id was done, what is being done about it, or `RELEASED`. */
  private readonly entries = new Map<string, number | Running>()
  /** Ids in the order in which they came; the oldest gives way to the newest. */
  private readonly ring: string[] = []
  private at = 0
  private readonly max: number
  private readonly ttl: number

  constructor(max: number, ttl: number) {
    this.max = max
    this.ttl = ttl
  }

  /** `true` if it was done, the work that is under way, or `undefined`. */
  look(id: string, now: number): true | Running | undefined {
    const entry = this.entries.get(id)
    if (entry === undefined || entry === RELEASED) return undefined
    if (typeof entry !== 'number') return entry
    return now - entry < this.ttl ? true : undefined
  }

  /** Somebody is at it. */
  claim(id: string, running: Running): void {
    this.put(id, running)
  }

  /** It was done, and is not to be done again. */
  done(id: string, now: number): void {
    this.put(id, now)
  }

  /** It was not done: it may come again. */
  release(id: string): void {
    // The entry stays, because its place in the ring does.
    if (this.entries.has(id)) this.entries.set(id, RELEASED)
  }

  private put(id: string, entry: number | Running): void {
    if (!this.entries.has(id)) {
      if (this.ring.length < this.max) this.ring.push(id)
      else {
        this.entries.delete(this.ring[this.at]!)
        this.ring[this.at] = id
        this.at = (this.at + 1) % this.max
      }
    }
    this.entries.set(id, entry)
  }
}

const RELEASED = -1
