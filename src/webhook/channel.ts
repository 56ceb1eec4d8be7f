/** One LINE channel at run time: its secrets, its client, and what is going on in it. */
import { signatureCheck } from '#hmac'
import type { Context } from '../jsx-runtime/types.js'
import type { BotClient } from './bot-client.js'
import type { BotContext, PushPolicy } from './bot-context.js'
import type { Clock } from './clock.js'
import type { Dedupe } from './dedupe.js'
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
  /** Says something to the bot's author; the same thing only once. */
  readonly warn: (key: string, message: string) => void
}

export class Channel {
  readonly checks: readonly SignatureCheck[]
  /** User id of the bot, if it was given. */
  readonly destination: string | undefined
  readonly settings: Settings
  /** Ids of events that were handled, and those that are being handled. */
  readonly recent: RecentIds<Job>
  /** The last job of each user, group or room, for as long as there is one. */
  readonly lastJobs = new Map<string, Job>()
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
}
