/** Ends what takes too long, with one timer for all instead of one for each request. */
import type { BodyLimits } from './read-body.js'

/** A read that is under way. */
export interface Watch {
  readonly since: number
  readonly stop: () => void
}

export class Stalls {
  /** In the order of their beginning, so that the first is the next to be late. */
  private readonly watched = new Set<Watch>()
  private sweeping = false
  private readonly limits: BodyLimits

  constructor(limits: BodyLimits) {
    this.limits = limits
  }

  begin(stop: () => void): Watch {
    const watch = { since: this.limits.clock.now(), stop }
    this.watched.add(watch)
    if (!this.sweeping) void this.sweep()
    return watch
  }

  end(watch: Watch): void {
    this.watched.delete(watch)
  }

  private async sweep(): Promise<void> {
    const { clock, bodyTimeout } = this.limits
    this.sweeping = true
    for (;;) {
      const [first] = this.watched
      if (!first) break
      const left = first.since + bodyTimeout - clock.now()
      if (left > 0) {
        await clock.sleep(left)
        continue
      }
      this.watched.delete(first)
      first.stop()
    }
    this.sweeping = false
  }
}
