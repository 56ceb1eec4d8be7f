import type { Membership } from '../spec/api/index.js'
import type { Random } from './chance.js'
import type { Clock } from '../common/clock.js'
import type { Account, AssertionKey } from './state/state.js'
import type { FetchHandler, ReceivingBot } from './webhook/target.js'

/** The part of a `fukidashi/webhook` bot that the emulator uses. */
export interface ConnectableBot {
  connect(wiring: {
    channelSecret: string
    channelAccessToken: string
    fetch: (url: string, init: RequestInit) => Promise<Response>
    clock: Clock
    wrapContext: <Make>(make: Make) => Make
    /** Called with each error of a handler, and each warning; `true` if it is shown, so that the bot does not print it. */
    onFailure: {
      (failure: unknown, event?: unknown): boolean | undefined
      trace?: (<Ctx extends object>(ctx: Ctx) => Ctx) | undefined
    }
  }): ReceivingBot
}

/** Options of {@link createEmulator}. */
export interface EmulatorOptions {
  /** A bot created with `createBot`. It receives webhooks from the emulator and calls the emulator's API, without a network. */
  bot?: ConnectableBot | undefined
  /** Webhook destination instead of `bot`: a URL, or a function from `Request` to `Response`. */
  webhook?: string | FetchHandler | undefined
  /**
   * An https origin that you invent, such as `https://bot.example`, for the bot's own pictures: LINE accepts only https. Pictures, videos
   * and links at this origin are requested from the bot: at the origin of its webhook URL, or from its `fetch`.
   */
  public?: string | undefined
  /** Properties of the account; the rest has default values. */
  account?: Partial<Account> | undefined
  /** Clock; replace it in tests. The machine's clock by default. */
  clock?: Clock | undefined
  /** Random source; replace it in tests. `Math.random` by default. */
  random?: Random | undefined
  /** Result of {@link Emulator.snapshot} of an earlier emulator. */
  state?: string | undefined
  /**
   * For bots that answer webhooks first and work later: the bot is considered finished after this many milliseconds (real time)
   * without an API call, after two seconds at the latest. 100 by default if `webhook` is a URL; a bot in this process is finished when
   * its work is.
   */
  quiet?: number | undefined
  /** Monthly message quota; unlimited by default. */
  quota?: number | undefined
  /** Whether to enforce LINE's rate limits. `false` by default. */
  rateLimits?: boolean | undefined
  /**
   * Redelivery of events after a response that is not 2xx: delays in milliseconds, or `true` for 1, 5 and 15 minutes (LINE does
   * not publish its schedule). Off by default, as at LINE.
   */
  redelivery?: boolean | readonly number[] | undefined
  /** Milliseconds for which a reply token is valid; 60,000 by default. */
  replyTokenLife?: number | undefined
  /** Whether a reply with invalid messages uses up its token. LINE does not document it. `false` by default. */
  burnReplyTokens?: boolean | undefined
  /** Milliseconds that a narrowcast takes; 0 by default. */
  narrowcastTime?: number | undefined
  /** Milliseconds until an audience is ready; 0 by default. */
  audienceTime?: number | undefined
  /** Milliseconds that a batch of rich menu changes takes; 0 by default. */
  batchTime?: number | undefined
  /** Statistics about fewer people are hidden; 20 by default, as at LINE. */
  privacy?: number | undefined
  /** Smallest audience that a narrowcast can be sent to; 50 people by default, as at LINE. */
  smallestAudience?: number | undefined
  /** Friends that an account needs to use demographic filters; 100 by default, as at LINE. */
  smallestReach?: number | undefined
  /** Public assertion signing keys, as registered in LINE's console. */
  assertionKeys?: readonly AssertionKey[] | undefined
  /** Memberships that the account offers. */
  memberships?: readonly Membership[] | undefined
  /** Templates of notification messages, with the keys of their items. */
  notificationTemplates?: Readonly<Record<string, readonly string[]>> | undefined
  /** Package ids of mission stickers that the account may send. */
  missionStickers?: readonly string[] | undefined
}

/** Options of {@link Emulator.user}. */
export interface PersonOptions {
  /** Whether the person is a friend of the account; `true` by default. */
  friend?: boolean | undefined
  blocked?: boolean | undefined
  /** The person's LINE account was deleted. */
  deleted?: boolean | undefined
  pictureUrl?: string | undefined
  statusMessage?: string | undefined
  /** Language as a BCP 47 tag; unknown by default. */
  language?: string | undefined
  /** Whether events in groups contain the person's user id; `true` by default. */
  consents?: boolean | undefined
  /** Phone number in E.164 format, for notification messages. */
  phone?: string | undefined
  /** Demographic data that LINE estimates, for narrowcasts. */
  gender?: 'male' | 'female' | undefined
  age?: number | undefined
  appType?: 'ios' | 'android' | undefined
  area?: string | undefined
  /** User id: `U` and 32 hexadecimal digits; random by default. */
  id?: string | undefined
}

/** Options of {@link Emulator.room}. */
export interface RoomOptions {
  /** Whether the bot is a member; `true` by default. */
  bot?: boolean | undefined
  /** Name by which the emulator finds the room. */
  name?: string | undefined
}
