import type { TestWebhookEndpointResponse } from '../spec/api/index.js'
import type { WebhookEvent } from '../spec/webhook/index.js'
import { LineClient, type LineClientOptions } from '../client/index.js'
import { Api } from './api/api.js'
import type { Answer } from './api/answer.js'
import type { Fault, FaultOptions } from './api/faults.js'
import type { ApiRequest } from './api/request.js'
import type { MovableClock } from './clock.js'
import { createWorld } from './create-world.js'
import { EmulatorError } from './errors.js'
import { emulatedFetch } from './fetch.js'
import type { WebhookRecord } from './journal.js'
import { passTime } from './passing.js'
import { resume } from './operations/resume.js'
import type { ConnectableBot, EmulatorOptions, PersonOptions, RoomOptions } from './options.js'
import { Group } from './generated/group.js'
import { ModuleChannel } from './generated/module-channel.js'
import type { TurnOptions } from './generated/options.js'
import { changePerson, createChat, createPerson } from './people/create.js'
import { removeChat, removePerson } from './people/names.js'
import { turn, type Turn } from './people/turn.js'
import { User } from './generated/user.js'
import { checkEmulatorOptions, checkPersonOptions, checkRoomOptions } from './option-names.js'
import { Records } from './records.js'
import { newState } from './state/new-state.js'
import type { Entry } from './state/people.js'
import type { Account, State } from './state/state.js'
import { write } from './state/storage.js'
import type { World } from './state/world.js'
import { dummyEvents } from './webhook/dummy-events.js'
import { loadPublic, publicOriginOf } from './webhook/public-origin.js'
import { checkQuiet } from './webhook/quiet.js'
import { botTarget, handlerTarget, type Target } from './webhook/target.js'
import { usualRedelivery, Webhooks } from './webhook/webhooks.js'

/** Later dates do not have a four-digit year. */
const LAST_MOMENT = Date.UTC(9999, 11, 31)

/** An emulator of LINE: its API, its webhooks and its users. Created by {@link createEmulator}. */
export class Emulator extends Records {
  /** The bot's account and channel, with `channelSecret` and `channelAccessToken`. */
  readonly account: Account
  /** The emulator's clock: the `clock` option, moved by {@link advance}. */
  readonly clock: MovableClock
  /** The invented origin of the bot's pictures: the option `public`. */
  readonly publicOrigin: string | undefined
  /** The module channel, if the bot is one. */
  readonly module: ModuleChannel
  readonly #world: World
  readonly #api: Api
  readonly #options: EmulatorOptions

  /** @internal */
  constructor(options: EmulatorOptions) {
    checkQuiet(options.quiet)
    const publicOrigin = publicOriginOf(options.public)
    const world = createWorld(options)
    super(world)
    this.#options = options
    this.#world = world
    this.publicOrigin = publicOrigin
    this.clock = world.clock
    this.account = world.state.account
    this.#api = new Api(this.#world, options.rateLimits ?? false)
    this.#world.webhooks = new Webhooks(this.#world, this.#target(), scheduleOf(options.redelivery))
    resume(this.#world)
    this.module = new ModuleChannel(this.#world)
  }

  #target(): Target | undefined {
    const { bot, webhook } = this.#options
    if (bot && webhook !== undefined)
      throw new EmulatorError('option_invalid', 'Pass bot or webhook, not both.')
    if (typeof webhook === 'function')
      return handlerTarget(webhook, (error) => this.reportFailure(error))
    if (webhook !== undefined && !/^https?:\/\/[^/]/.test(webhook))
      throw new EmulatorError(
        'option_invalid',
        `webhook must be a URL such as http://127.0.0.1:3000/webhook, not ${webhook}.`,
      )
    if (bot === undefined) return undefined
    if (typeof (bot as Partial<ConnectableBot> | null)?.connect !== 'function')
      throw new EmulatorError(
        'option_invalid',
        'bot must be what createBot returns. Pass a function from Request to Response as webhook: createEmulator({ webhook: app.fetch }).',
      )
    const { channelSecret, channelAccessToken } = this.account
    const { fetch, clock } = this
    const { wrap: wrapContext } = this.#world.contexts
    const report = (failure: unknown, event?: unknown) => {
      this.#world.failures.report(failure, { event })
      return undefined
    }
    const onFailure = Object.assign(report, { trace: this.traceCalls })
    return botTarget(
      bot.connect({ channelSecret, channelAccessToken, fetch, clock, wrapContext, onFailure }),
    )
  }

  /**
   * LINE's API as a `fetch` function, for clients in this process: `new LineClient({ channelAccessToken, fetch: line.fetch })`.
   * Takes a URL or a `Request`. Each of LINE's hosts has its own operations; any other host has all of them.
   */
  readonly fetch = (input: string | URL | Request, init: RequestInit = {}): Promise<Response> =>
    emulatedFetch((request) => this.handle(request), input, init)

  /**
   * A client of the account in this process, for whatever sends without an event: cron jobs, scripts, admin pages.
   *
   * @param options - `context`, `onWarning` and all others of `LineClient`
   * @example
   * const line = createEmulator({ bot })
   * await line.client().messages.push(line.user('Aki').id, 'Good morning')
   */
  client(options: LineClientOptions = {}): LineClient {
    const { channelAccessToken } = this.account
    return new LineClient({ channelAccessToken, fetch: this.fetch, clock: this.clock, ...options })
  }

  /**
   * Bytes of a picture at the `public` origin, from the bot; `undefined` for all other URLs. For `loadImage` of `toPng`.
   * @throws {TypeError} when the bot cannot be reached
   */
  readonly loadImage = (url: string): Promise<Uint8Array | undefined> =>
    loadPublic(this.#world, this.publicOrigin, url)

  /** Requests a page or picture of the bot; for servers. `undefined` if the bot can have none. */
  askBot(url: string, init?: RequestInit): Promise<Response | undefined> {
    return this.#world.webhooks.get(url, init)
  }

  /** Answers one request; for servers. @throws {ConnectionReset} When a fault wants no answer to come. */
  handle(request: ApiRequest): Answer | Promise<Answer> {
    return this.#api.handle(request)
  }

  /** The bot, to mention it in a text. */
  get bot(): { readonly id: string; readonly name: string } {
    return { id: this.account.userId, name: this.account.displayName }
  }

  /**
   * Returns the person with a name (or id); creates the person if there is none. A new person is a friend of the account unless
   * `friend` is `false`. With options, an existing person is changed.
   *
   * @example
   * const line = createEmulator({ bot })
   * const aki = line.user('Aki')
   * const stranger = line.user('Ken', { friend: false })
   */
  user(name = 'Somebody', options: PersonOptions = {}): User {
    if (typeof (name as unknown) !== 'string')
      throw new EmulatorError('option_invalid', 'The name of a person must be a string.')
    checkPersonOptions(options)
    const user = this.findUser(name)
    if (user) {
      if (options.id !== undefined && options.id !== user.id)
        throw new EmulatorError('option_invalid', `${user.name} already has the id ${user.id}.`)
      changePerson(user.person, options)
      return user
    }
    return new User(this.#world, createPerson(this.#world, name, options))
  }

  /** Finds a person by name or id. */
  findUser(nameOrId: string): User | undefined {
    const person = this.#world.findPerson(nameOrId)
    return person && new User(this.#world, person.userId)
  }

  get users(): User[] {
    return [...this.#world.state.people.keys()].map((id) => new User(this.#world, id))
  }

  /** Creates a group. The bot is a member unless `bot` is `false`; it receives no event for this. */
  group(
    name: string,
    people: readonly User[] = [],
    options: Omit<RoomOptions, 'name'> = {},
  ): Group {
    checkRoomOptions(options)
    const { bot = true } = options
    return this.#createChat('group', people, name, bot)
  }

  /**
   * Creates a room: a chat of several people without a group. In LINE rooms have no name; here `name` finds it again, as `findGroup`
   * and the control API do.
   */
  room(people: readonly User[], options: RoomOptions = {}): Group {
    checkRoomOptions(options)
    const { bot = true, name } = options
    return this.#createChat('room', people, name, bot)
  }

  /**
   * Removes a person or a group with the chat. The bot receives no event.
   * @throws {EmulatorError} `person_not_found`, `group_not_found` when it was removed before
   */
  remove(member: User | Group): void {
    if (member instanceof User) removePerson(this.#world, member.person.userId)
    else removeChat(this.#world, member.data.id)
  }

  /** Whether there is a bot: in this process, or at a webhook URL. */
  get hasBot(): boolean {
    return this.#world.webhooks.hasBot || this.state.webhook.endpoint !== undefined
  }

  /** Finds the entry of a message, if it is still in a chat. */
  findEntry(messageId: string): Entry | undefined {
    return this.#world.place(messageId)?.entry
  }

  /** Finds a group or room by name or id. */
  findGroup(nameOrId: string): Group | undefined {
    const chat = this.#world.findGroup(nameOrId)
    return chat && new Group(this.#world, chat.id)
  }

  get groups(): Group[] {
    return [...this.#world.state.chats.values()]
      .filter(({ kind }) => kind !== 'user')
      .map(({ id }) => new Group(this.#world, id))
  }

  #createChat(kind: 'group' | 'room', people: readonly User[], name?: string, bot = true): Group {
    if (name !== undefined && typeof (name as unknown) !== 'string')
      throw new EmulatorError('option_invalid', 'The name of a group must be a string.')
    if (!Array.isArray(people) || !people.every((user) => user instanceof User))
      throw new EmulatorError(
        'option_invalid',
        `The people of a ${kind} must be an array of what line.user() returns.`,
      )
    const members = people.map((user) => user.id)
    return new Group(this.#world, createChat(this.#world, { kind, name, members, botInside: bot }))
  }

  /** Sends events unchanged. `turn.messages` is empty, because they belong to no chat. */
  deliver(events: WebhookEvent[], options: TurnOptions = {}): Promise<Turn> {
    return turn(this.#world, undefined, events, options)
  }

  /** Delivers an event again, as LINE does after a response that is not 2xx. The last event by default. */
  async redeliver(webhookEventId?: string): Promise<WebhookRecord | undefined> {
    const id = webhookEventId ?? this.#lastEventId()
    const sent = await this.#world.webhooks.redeliver(id)
    await sent?.settled
    return sent?.record
  }

  #lastEventId(): string {
    for (const { body } of this.webhooks.toReversed()) {
      const event = (JSON.parse(body) as { events: WebhookEvent[] }).events.at(-1)
      if (event) return event.webhookEventId
    }
    throw new EmulatorError('event_not_found', 'No event has been sent yet.')
  }

  /**
   * Does what the "Verify" button of LINE's console does: sends a signed webhook without events. With `dummies` it has the two
   * events that LINE sent in earlier years, whose reply tokens consist of zeros and of `f`.
   */
  verify({ dummies = false } = {}): Promise<TestWebhookEndpointResponse> {
    return this.#world.webhooks.test(undefined, dummies ? dummyEvents(this.#world) : [])
  }

  /** Resolves when no webhook is pending. */
  settled(): Promise<void> {
    return this.#world.webhooks.settled()
  }

  /** Makes API calls fail. */
  fault(options: FaultOptions): Fault {
    return this.#api.faults.add(options)
  }

  get faults(): Api['faults'] {
    return this.#api.faults
  }

  /** Whether LINE's rate limits are enforced. */
  get rateLimits(): boolean {
    return this.#api.limited
  }

  set rateLimits(on: boolean) {
    this.#api.limited = on
  }

  /** Milliseconds without an API call after which the bot is considered finished; `undefined`: 100 for a bot at a URL, else 0. */
  get quiet(): number | undefined {
    return this.#world.rules.quiet
  }

  set quiet(ms: number | undefined) {
    checkQuiet(ms)
    this.#world.rules.quiet = ms
  }

  /** Monthly message quota; `undefined` if unlimited. */
  get quota(): number | undefined {
    const { quota } = this.#world.state
    return quota.type === 'none' ? undefined : quota.value
  }

  set quota(value: number | undefined) {
    this.#world.state.quota = value === undefined ? { type: 'none' } : { type: 'limited', value }
  }

  /** @throws {EmulatorError} `option_invalid` */
  #checkTime(name: string, ms: number): void {
    if (!(ms >= 0 && this.clock.now() + ms <= LAST_MOMENT))
      throw new EmulatorError(
        'option_invalid',
        `${name} must be a number of milliseconds, 0 or more, that ends before the year 10000; it is ${String(ms)}.`,
      )
  }

  /**
   * Moves the emulator's clock forward: reply tokens expire, and everything that is due happens.
   *
   * @param ms - milliseconds, 0 or more; up to the end of the year 9999
   * @throws {EmulatorError} `option_invalid`
   */
  advance(ms: number): void {
    this.#checkTime('advance', ms)
    this.clock.offset += ms
    this.#world.agenda.catchUp()
  }

  /**
   * Lets time pass while handlers wait for it, with a clock such as `FakeClock`: from timer to timer, and each time handlers continue
   * until they wait again.
   *
   * @param ms - milliseconds, 0 or more; up to the end of the year 9999
   * @throws {EmulatorError} `option_invalid`
   * @example
   * const line = createEmulator({ bot, clock: new FakeClock() })
   * const turn = line.user('Aki').says('remind me') // not awaited: the handler waits
   * await line.passes(8_000)
   * await turn
   */
  async passes(ms: number): Promise<void> {
    this.#checkTime('passes', ms)
    await passTime(this.#world, ms)
  }

  /** Returns the whole state as text, for the `state` option of another emulator. */
  snapshot(): string {
    return write(this.#world.state)
  }

  /** The whole state of the emulator. You can read and change it; changes take effect immediately. */
  get state(): State {
    return this.#world.state
  }

  /** Removes everything except the account. Earlier people and groups no longer exist. */
  reset(): void {
    const fresh = newState(this.#options, this.#world.chance)
    this.#world.load({ ...fresh, account: this.account })
    this.#api.faults.clear()
    this.#world.contexts.clear()
    this.#world.journal.clear()
    this.#world.journal.publish({ type: 'change', what: 'reset' })
  }
}

const scheduleOf = (redelivery: EmulatorOptions['redelivery']): readonly number[] =>
  redelivery === true
    ? usualRedelivery
    : redelivery === undefined || redelivery === false
      ? []
      : redelivery

/**
 * Creates an emulator of LINE with one account and no people.
 *
 * @example
 * const line = createEmulator({ bot })
 * const aki = line.user('Aki')
 * await aki.says('hi')
 * console.log(aki.messages)
 *
 * @see https://developers.line.biz/en/reference/messaging-api/
 */
export function createEmulator(options: EmulatorOptions = {}): Emulator {
  checkEmulatorOptions(options)
  return new Emulator(options)
}
