/** One LINE channel at run time: secrets, client, pending events. */
import { signatureCheck } from '#hmac'
import type { Context } from '../../jsx-runtime/types.js'
import type { BotClient } from '../event/bot-client.js'
import type { SignatureCheck } from '../wire/hmac/signer.js'
import type { Job } from './job.js'
import { Order } from './order.js'
import { RecentIds } from '../../store/recent-ids.js'
import type { Settings } from './settings.js'
import { SharedStore } from './shared-store.js'

export class Channel {
  readonly checks: readonly SignatureCheck[]
  /** User id of the bot, if it was configured. */
  readonly destination: string | undefined
  readonly settings: Settings
  /** Ids of events that were handled. */
  recent: RecentIds
  /** Ids of handled events that several processes share. */
  readonly store: SharedStore | undefined
  /** Pending events. */
  order = new Order<Job>()
  readonly #makeClient: () => BotClient
  #ownClient: BotClient | undefined

  constructor(
    secrets: readonly string[],
    destination: string | undefined,
    makeClient: () => BotClient,
    settings: Settings,
  ) {
    const { dedupe, clock, warn } = settings
    this.checks = secrets.map(signatureCheck)
    this.destination = destination
    this.#makeClient = makeClient
    this.settings = settings
    this.recent = new RecentIds(dedupe?.max ?? 0, dedupe?.ttl ?? 0)
    this.store = dedupe?.store && new SharedStore(dedupe.store, dedupe, clock, warn)
  }

  /** The context of components that the client has. A bot that never sends may have no client. */
  get context(): Context | undefined {
    try {
      return this.client.rendering?.context
    } catch {
      return undefined
    }
  }

  get client(): BotClient {
    return (this.#ownClient ??= this.#makeClient())
  }
}
