import { bindMethods } from '../common/bind-methods.js'
import type { AnswerOf, InputOf, OperationId } from '../endpoints/index.js'
import { checkClientOptions } from './check-options.js'
import { Engine } from './engine.js'
import type { CallHooks } from './hooks.js'
import type { CallOptions, LineClientOptions } from './options.js'
import { Audiences } from './resources/audiences.js'
import { Bot } from './resources/bot.js'
import { Chats } from './resources/chats.js'
import { Contents } from './resources/contents.js'
import { Coupons } from './resources/coupons.js'
import { Groups } from './resources/groups.js'
import { Insight } from './resources/insight.js'
import { Liff } from './resources/liff.js'
import { Memberships } from './resources/memberships.js'
import { Messages } from './resources/messages.js'
import { Modules } from './resources/modules.js'
import { Notifications } from './resources/notifications.js'
import { RichMenuAliases } from './resources/rich-menu-aliases.js'
import { RichMenus } from './resources/rich-menus.js'
import { Rooms } from './resources/rooms.js'
import { Shop } from './resources/shop.js'
import { Tokens } from './resources/tokens.js'
import { Users } from './resources/users.js'

/** Passes an engine to a client. */
const ENGINE: unique symbol = Symbol('engine')
type Inner = { readonly [ENGINE]?: Engine }

/**
 * A client of LINE's API for one channel. A program may have several.
 *
 * Messages are JSX, builders, JSON or strings, are checked before they are sent, and arrive once: sends have a retry key from the first
 * attempt.
 *
 * @throws {LineArgumentError} when an option cannot be used
 * @example
 * const line = new LineClient({ channelAccessToken: process.env.LINE_CHANNEL_ACCESS_TOKEN! })
 * await line.messages.push(userId, <Text>Hello</Text>)
 * for await (const id of line.users.followers()) console.log(id)
 */
export class LineClient {
  /** Sends and checks messages, and reports results. */
  readonly messages: Messages
  /** LINE notification messages, to phone numbers. */
  readonly notifications: Notifications
  readonly users: Users
  readonly groups: Groups
  readonly rooms: Rooms
  /** Loading animation and read marks. */
  readonly chats: Chats
  /** Images, videos, audio and files that users sent. */
  readonly content: Contents
  readonly richMenus: RichMenus
  readonly richMenuAliases: RichMenuAliases
  readonly coupons: Coupons
  readonly memberships: Memberships
  readonly audiences: Audiences
  readonly insight: Insight
  /** The account itself and its webhook. */
  readonly bot: Bot
  /** Issues, verifies and revokes channel access tokens. */
  readonly tokens: Tokens
  readonly liff: Liff
  readonly modules: Modules
  readonly shop: Shop
  readonly #engine: Engine
  readonly #options: LineClientOptions

  constructor(options: LineClientOptions = {}) {
    checkClientOptions(options)
    // A copy, so that later changes by the caller have no effect here, nor changes here on the caller.
    const own = { ...options }
    const engine = (options as Inner)[ENGINE] ?? new Engine(own)
    this.#engine = engine
    this.#options = own
    this.messages = new Messages(engine, own)
    this.notifications = new Notifications(engine, own)
    this.users = new Users(engine)
    this.groups = new Groups(engine)
    this.rooms = new Rooms(engine)
    this.chats = new Chats(engine)
    this.content = new Contents(engine)
    this.richMenus = new RichMenus(engine)
    this.richMenuAliases = new RichMenuAliases(engine)
    this.coupons = new Coupons(engine)
    this.memberships = new Memberships(engine)
    this.audiences = new Audiences(engine)
    this.insight = new Insight(engine)
    this.bot = new Bot(engine)
    this.tokens = new Tokens(engine)
    this.liff = new Liff(engine)
    this.modules = new Modules(engine)
    this.shop = new Shop(engine)
    for (const resource of Object.values(this) as object[]) bindMethods(resource)
    bindMethods(this)
  }

  /** @internal Rendering options of the client. A bot renders some messages itself. */
  get rendering(): Pick<LineClientOptions, 'context' | 'validate' | 'onWarning'> {
    return this.#options
  }

  /** @internal The same client with further hooks. */
  hooked(hooks: CallHooks): LineClient {
    return new LineClient({
      ...this.#options,
      [ENGINE]: this.#engine.hooked(hooks),
    } as LineClientOptions)
  }

  /**
   * Calls an operation by its name in LINE's API, with bodies as LINE documents them: for what the resources do not offer. Operations
   * that answer with bytes are in `content` and `richMenus`.
   *
   * @example
   * const { userIds, next } = await line.call('getFollowers', { query: { limit: 1000 } })
   */
  call<Id extends OperationId>(
    operationId: Id,
    input: InputOf<Id>,
    options?: CallOptions & { retryKey?: string },
  ): Promise<AnswerOf<Id>> {
    return this.#engine.call(operationId, input, options)
  }
}
