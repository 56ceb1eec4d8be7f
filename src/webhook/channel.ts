/** One LINE channel at run time: its secrets, its client, and what is going on in it. */
import { signatureCheck } from '#hmac'
import type { Context } from '../jsx-runtime/types.js'
import type { BotClient } from './bot-client.js'
import type { BotContext, PushPolicy } from './bot-context.js'
import type { Clock } from '../common/clock.js'
import type { Dedupe } from './dedupe.js'
import type { Delivery } from './delivery.js'
import type { SignatureCheck } from './hmac/signer.js'
import type { Job } from './job.js'
import { RecentIds } from './recent-ids.js'

/** What holds for the bot as a whole. */
export interface Settings {
  readonly clock: Clock
  readonly ack: 'after' | 'before'
  readonly dedupe: Dedupe | undefined
  readonly push: readonly PushPolicy[]
  readonly context: ((ctx: BotContext) => Context | Promise<Context>) | undefined
  readonly maxBodyBytes: number
  readonly bodyTimeout: number
  readonly maxAge: number
  readonly handlerTimeout: number
  /** Whether what is begun for one request ends with it, whoever waits for it: so it is on Workers. */
  readonly requestBound: boolean
  /** What was begun and has not ended. */
  readonly underway: Set<Promise<unknown>>
  /** Says something to the bot's author; the same thing only once. */
  readonly warn: (key: string, message: string) => void
}

const IDLE_PLACES = 1_000

export class Channel {
  readonly checks: readonly SignatureCheck[]
  /** User id of the bot, if it was given. */
  readonly destination: string | undefined
  readonly settings: Settings
  /** Ids of events that were handled. */
  readonly recent: RecentIds
  /** The first of the events that are being handled; each knows its neighbours. */
  running: Job | undefined = undefined
  /** The last job of each user, group or room. Of those that are idle some places are kept: taking them away costs more. */
  readonly lastJobs = new Map<string, Job | undefined>()
  private readonly makeClient: () => BotClient
  private ownClient: BotClient | undefined

  constructor(
    secrets: readonly string[],
    destination: string | undefined,
    makeClient: () => BotClient,
    settings: Settings,
  ) {
    this.checks = secrets.map(signatureCheck)
    this.destination = destination
    this.makeClient = makeClient
    this.settings = settings
    this.recent = new RecentIds(settings.dedupe?.max ?? 0, settings.dedupe?.ttl ?? 0)
  }

  get client(): BotClient {
    return (this.ownClient ??= this.makeClient())
  }

  /** The event with this id that is being handled. Searched from the first, because it is hardly ever asked for. */
  jobOf(id: string): Job | undefined {
    let job = this.running
    while (job && job.id !== id) job = job.following
    return job
  }

  /** The jobs of a delivery, those that began first at the end. */
  jobsOf(delivery: Delivery): Job[] {
    const jobs: Job[] = []
    for (let job = this.running; job; job = job.following) {
      if (job.delivery === delivery) jobs.push(job)
    }
    return jobs
  }

  /** The job of a delivery that has run for the longest time; one that waits if none runs. */
  eldestOf(delivery: Delivery): Job | undefined {
    let eldest: Job | undefined
    for (const job of this.jobsOf(delivery)) {
      if (!eldest || eldest.waiting || (!job.waiting && job.since <= eldest.since)) eldest = job
    }
    return eldest
  }

  /** Nobody has to wait for this job any more. */
  leaveOrder(job: Job): void {
    const { lastJobs } = this
    if (lastJobs.get(job.key) !== job) return
    if (lastJobs.size > IDLE_PLACES) lastJobs.delete(job.key)
    else lastJobs.set(job.key, undefined)
  }

  /** A list and not a Map: a hundred events come and go in a millisecond, and Maps grow and shrink expensively. */
  enlist(job: Job): void {
    job.following = this.running
    if (this.running) this.running.preceding = job
    this.running = job
  }

  strike(job: Job): void {
    const { preceding, following } = job
    if (preceding) preceding.following = following
    else this.running = following
    if (following) following.preceding = preceding
    // What is over must not hold on to what is younger: collectors free the young first.
    job.preceding = undefined
    job.following = undefined
  }
}
