import { bindMethods } from '../common/bind-methods.js'
import type { AnswerOf, InputOf, OperationId } from '../endpoints/index.js'
import { checkClientOptions } from './check-options.js'
import { Engine } from './engine.js'
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

/**
 * All of LINE's operations for one channel. Several clients live side by side.
 *
 * Messages are JSX, builders, JSON or strings, are checked before they are sent, and arrive once: sends carry a retry key from
 * the first try.
 *
 * @throws {LineArgumentError} when an option cannot be used
 * @example
 * const line = new LineClient({ channelAccessToken: process.env.LINE_CHANNEL_ACCESS_TOKEN! })
 * await line.messages.push(userId, <Text>Hello</Text>)
 * for await (const id of line.users.followers()) console.log(id)
 */
export class LineClient {
  /** Sending, checking, and what came of it. */
  readonly messages: Messages
  /** LINE notification messages, to phone numbers. */
  readonly notifications: Notifications
  readonly users: Users
  readonly groups: Groups
  readonly rooms: Rooms
  /** Loading dots and read marks. */
  readonly chats: Chats
  /** What users sent. */
  readonly content: Contents
  readonly richMenus: RichMenus
  readonly richMenuAliases: RichMenuAliases
  readonly coupons: Coupons
  readonly memberships: Memberships
  readonly audiences: Audiences
  readonly insight: Insight
  /** The account itself and its webhook. */
  readonly bot: Bot
  /** Channel access tokens by hand. */
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
    const engine = new Engine(own)
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

  /** @internal How messages are rendered, where a call does not say. A bot renders some itself. */
  get rendering(): Pick<LineClientOptions, 'context' | 'validate' | 'onWarning'> {
    return this.#options
  }

  /**
   * Calls an operation by LINE's name of it, with bodies as LINE writes them: for what the groups do not offer. Operations that
   * answer with bytes are in `content` and `richMenus`.
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
