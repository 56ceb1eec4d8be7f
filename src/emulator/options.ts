import type { Membership } from '../spec/api/index.js'
import type { Random } from './chance.js'
import type { Clock } from '../common/clock.js'
import type { Account, AssertionKey } from './state/state.js'
import type { FetchHandler, ReceivingBot } from './webhook/target.js'

/** As much of a bot of `fukidashi/webhook` as is needed. */
export interface ConnectableBot {
  connect(wiring: {
    channelSecret: string
    channelAccessToken: string
    fetch: (url: string, init: RequestInit) => Promise<Response>
    clock: Clock
  }): ReceivingBot
}

/** Options of {@link createEmulator}. */
export interface EmulatorOptions {
  /** A bot made with `createBot`. It is wired to the emulator: it hears webhooks from it and calls its API, without a network. */
  bot?: ConnectableBot | undefined
  /** Where webhooks go instead: an address, or a function from `Request` to `Response`. */
  webhook?: string | FetchHandler | undefined
  /** What is to be known of the account; the rest is made up. */
  account?: Partial<Account> | undefined
  /** The only source of time. */
  clock?: Clock | undefined
  /** The only source of chance. */
  random?: Random | undefined
  /** What a former emulator gave as {@link Emulator.snapshot}. */
  state?: string | undefined
  /**
   * Milliseconds without a call of the API after which a bot elsewhere counts as done, when it answers webhooks first and works
   * later. None by default: it counts as done when it has answered.
   */
  quiet?: number | undefined
  /** Messages that a month has room for; without limit by default. */
  quota?: number | undefined
  /** Whether LINE's rate limits hold. They do not by default. */
  rateLimits?: boolean | undefined
  /**
   * Whether events that got no 2xx are delivered again, and after how many milliseconds: `true` for 1, 5 and 15 minutes. LINE's
   * own schedule is not published. Off by default, as at LINE.
   */
  redelivery?: boolean | readonly number[] | undefined
  /** Milliseconds for which a reply token is good: 60,000 by default. */
  replyTokenLife?: number | undefined
  /** Whether a reply that is refused for its messages uses up its token. LINE does not say; it does not by default. */
  burnReplyTokens?: boolean | undefined
  /** Milliseconds that a narrowcast takes; at once by default. */
  narrowcastTime?: number | undefined
  /** Milliseconds until an audience is ready; at once by default. */
  audienceTime?: number | undefined
  /** Milliseconds that a batch of rich menu changes takes; at once by default. */
  batchTime?: number | undefined
  /** Below so many people LINE shows no figures: 20 by default, as at LINE. */
  privacy?: number | undefined
  /** People that an audience must have to be sent to: 50 by default, as at LINE. */
  smallestAudience?: number | undefined
  /** Friends that an account must have to filter them by what LINE estimates of them: 100 by default, as at LINE. */
  smallestReach?: number | undefined
  /** Public parts of assertion signing keys, as they are registered in the console. */
  assertionKeys?: readonly AssertionKey[] | undefined
  /** Memberships that the account offers. */
  memberships?: readonly Membership[] | undefined
  /** Templates of notification messages, and the keys of their items. */
  notificationTemplates?: Readonly<Record<string, readonly string[]>> | undefined
  /** Packages of mission stickers that the account may give away. */
  missionStickers?: readonly string[] | undefined
}

/** Options of {@link Emulator.user}. */
export interface PersonOptions {
  /** A friend of the account: true by default. */
  friend?: boolean | undefined
  blocked?: boolean | undefined
  /** The account is gone. */
  deleted?: boolean | undefined
  pictureUrl?: string | undefined
  statusMessage?: string | undefined
  /** BCP 47; unknown by default. */
  language?: string | undefined
  /** Whether LINE tells in groups who it is. True by default. */
  consents?: boolean | undefined
  /** E.164, for notification messages. */
  phone?: string | undefined
  /** What LINE estimates, for narrowcasts. */
  gender?: 'male' | 'female' | undefined
  age?: number | undefined
  appType?: 'ios' | 'android' | undefined
  area?: string | undefined
  /** `U` and 32 hexadecimal digits; made up by default. */
  id?: string | undefined
}
