import type { TestWebhookEndpointResponse } from '../spec/api/index.js'
import type { WebhookEvent } from '../spec/webhook/index.js'
import { backgroundClock } from '../common/clock.js'
import { Api } from './api/api.js'
import type { Answer } from './api/answer.js'
import type { Fault, FaultOptions } from './api/faults.js'
import { isUserId } from './api/parameters.js'
import type { ApiRequest } from './api/request.js'
import { Chance } from './chance.js'
import { MovableClock } from './clock.js'
import { EmulatorError } from './errors.js'
import { emulatedFetch } from './fetch.js'
import { Journal, type CallRecord, type JournalRecord, type WebhookRecord } from './journal.js'
import { resume } from './operations/resume.js'
import type { EmulatorOptions, PersonOptions } from './options.js'
import { Group } from './generated/group.js'
import { ModuleChannel } from './generated/module-channel.js'
import type { TurnOptions } from './generated/options.js'
import { turn, type Turn } from './people/turn.js'
import { User } from './generated/user.js'
import { newState } from './state/new-state.js'
import type { Entry, Person } from './state/people.js'
import type { Account, State } from './state/state.js'
import { read, write } from './state/storage.js'
import { World } from './state/world.js'
import { dummyEvents } from './webhook/dummy-events.js'
import { botTarget, handlerTarget, type Target } from './webhook/target.js'
import { usualRedelivery, Webhooks } from './webhook/webhooks.js'

/** Later dates have no four-digit year, and dates much later are none. */
const LAST_MOMENT = Date.UTC(9999, 11, 31)

/** LINE's side of the wire, on this machine. Made by {@link createEmulator}. */
export class Emulator {
  /** What the bot's account is called and has; `channelSecret` and `channelAccessToken` among it. */
  readonly account: Account
  /** The emulator's time: that of its `clock` option, moved by {@link advance}. */
  readonly clock: MovableClock
  /** What happens to a module channel. */
  readonly module: ModuleChannel
  readonly #world: World
  readonly #api: Api
  readonly #options: EmulatorOptions

  /** @internal */
  constructor(options: EmulatorOptions) {
    this.#options = options
    this.clock = new MovableClock(options.clock ?? backgroundClock)
    const chance = new Chance(options.random)
    const state = options.state === undefined ? newState(options, chance) : read(options.state)
    this.account = state.account
    this.#world = new World(state, {
      clock: this.clock,
      chance,
      journal: new Journal(),
      rules: {
        replyTokenLife: options.replyTokenLife ?? 60_000,
        burnReplyTokens: options.burnReplyTokens ?? false,
        narrowcastTime: options.narrowcastTime ?? 0,
        audienceTime: options.audienceTime ?? 0,
        batchTime: options.batchTime ?? 0,
        quiet: options.quiet ?? 0,
        privacy: options.privacy ?? 20,
        smallestAudience: options.smallestAudience ?? 50,
        smallestReach: options.smallestReach ?? 100,
      },
    })
    this.#api = new Api(this.#world, options.rateLimits ?? false)
    this.#world.webhooks = new Webhooks(this.#world, this.#target(), scheduleOf(options.redelivery))
    resume(this.#world)
    this.module = new ModuleChannel(this.#world)
  }

  #target(): Target | undefined {
    const { bot, webhook } = this.#options
    if (bot && webhook !== undefined)
      throw new EmulatorError('option_invalid', 'Give bot or webhook, not both.')
    if (typeof webhook === 'function') return handlerTarget(webhook)
    if (webhook !== undefined && !/^https?:\/\/[^/]/.test(webhook))
      throw new EmulatorError(
        'option_invalid',
        `webhook has to be an address, such as http://127.0.0.1:3000/webhook; it is ${webhook}.`,
      )
    if (!bot) return undefined
    const { channelSecret, channelAccessToken } = this.account
    const { fetch, clock } = this
    return botTarget(bot.connect({ channelSecret, channelAccessToken, fetch, clock }))
  }

  /**
   * LINE's API as a `fetch`, for clients in this process: `new LineClient({ channelAccessToken, fetch: line.fetch })`. Hosts are
   * told apart as LINE does; at another host everything is there.
   */
  readonly fetch = (url: string | URL, init: RequestInit = {}): Promise<Response> =>
    emulatedFetch((request) => this.handle(request), url, init)

  /** Answers one request, for servers. @throws {ConnectionReset} When a fault wants no answer to come. */
  handle(request: ApiRequest): Answer | Promise<Answer> {
    return this.#api.handle(request)
  }

  /** The bot itself, to be mentioned in a text. */
  get bot(): { readonly id: string; readonly name: string } {
    return { id: this.account.userId, name: this.account.displayName }
  }

  /**
   * A person; made when there is none of that name (or id). A friend of the account unless said otherwise.
   *
   * @example
   * const line = createEmulator({ bot })
   * const aki = line.user('Aki')
   * const stranger = line.user('Ken', { friend: false })
   */
  user(name = 'Somebody', options: PersonOptions = {}): User {
    const { people } = this.#world.state
    const known = this.findUser(name)
    if (known) {
      if (options.id !== undefined && options.id !== known.id)
        throw new EmulatorError('option_invalid', `${known.name} has the id ${known.id} already.`)
      change(known.person, options)
      return known
    }
    const userId = options.id ?? `U${this.#world.chance.hex(32)}`
    const owner = people.get(userId)
    if (owner)
      throw new EmulatorError('option_invalid', `${userId} is ${owner.displayName}'s id already.`)
    if (!isUserId(userId))
      throw new EmulatorError(
        'option_invalid',
        'An id is U and 32 hexadecimal digits in lower case.',
      )
    const person: Person = {
      userId,
      displayName: name,
      friend: true,
      blocked: false,
      deleted: false,
      consents: true,
      attributes: { since: this.clock.now() },
      memberships: [],
    }
    people.set(userId, change(person, options))
    this.#world.journal.tell({ type: 'change', what: `person ${userId}` })
    return new User(this.#world, userId)
  }

  /** A person by name or id, if there is one. */
  findUser(nameOrId: string): User | undefined {
    const person = this.#world.findPerson(nameOrId)
    return person && new User(this.#world, person.userId)
  }

  get users(): User[] {
    return [...this.#world.state.people.keys()].map((id) => new User(this.#world, id))
  }

  /** A group that the bot is in already, unless `bot` is false. The bot is told nothing of its making. */
  group(name: string, people: readonly User[] = [], { bot = true } = {}): Group {
    return this.#gather('group', name, people, bot)
  }

  /** A chat of several people that is no group. */
  room(people: readonly User[], { bot = true } = {}): Group {
    return this.#gather('room', undefined, people, bot)
  }

  /** The entry of a message, if it is still in a chat. */
  findEntry(messageId: string): Entry | undefined {
    return this.#world.place(messageId)?.entry
  }

  /** A group or room by name or id, if there is one. */
  findGroup(nameOrId: string): Group | undefined {
    const chat = this.#world.findGroup(nameOrId)
    return chat && new Group(this.#world, chat.id)
  }

  get groups(): Group[] {
    return [...this.#world.state.chats.values()]
      .filter(({ kind }) => kind !== 'user')
      .map(({ id }) => new Group(this.#world, id))
  }

  #gather(
    kind: 'group' | 'room',
    name: string | undefined,
    people: readonly User[],
    botInside: boolean,
  ): Group {
    const id = `${kind === 'group' ? 'C' : 'R'}${this.#world.chance.hex(32)}`
    this.#world.state.chats.set(id, {
      id,
      kind,
      ...(name !== undefined && { name }),
      members: people.map((user) => user.id),
      botInside,
      entries: [],
      seenUpTo: {},
    })
    this.#world.journal.tell({ type: 'change', what: `chat ${id}` })
    return new Group(this.#world, id)
  }

  /** Sends events as they are. `turn.messages` stays empty: whose chat it is, is unknown. */
  deliver(events: WebhookEvent[], options: TurnOptions = {}): Promise<Turn> {
    return turn(this.#world, undefined, events, options)
  }

  /** Delivers an event again, as LINE does when it got no 2xx: the last one unless its id is given. */
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
    throw new EmulatorError('event_not_found', 'No event was sent yet.')
  }

  /**
   * What the console's "Verify" button does: a signed webhook without events; with `dummies` the two events that it sent in former
   * years, whose reply tokens are all zeros and all f.
   */
  verify({ dummies = false } = {}): Promise<TestWebhookEndpointResponse> {
    return this.#world.webhooks.test(undefined, dummies ? dummyEvents(this.#world) : [])
  }

  /** Resolves when no webhook is under way any more. */
  settled(): Promise<void> {
    return this.#world.webhooks.settled()
  }

  /** Makes calls of the API go wrong. */
  fault(options: FaultOptions): Fault {
    return this.#api.faults.add(options)
  }

  get faults(): Api['faults'] {
    return this.#api.faults
  }

  /** Whether LINE's rate limits hold. */
  get rateLimits(): boolean {
    return this.#api.limited
  }

  set rateLimits(on: boolean) {
    this.#api.limited = on
  }

  /** Messages that a month has room for; `undefined` for any number. */
  get quota(): number | undefined {
    const { quota } = this.#world.state
    return quota.type === 'none' ? undefined : quota.value
  }

  set quota(value: number | undefined) {
    this.#world.state.quota = value === undefined ? { type: 'none' } : { type: 'limited', value }
  }

  /**
   * Lets time pass for the emulator: reply tokens expire, what was due happens.
   *
   * @param ms - milliseconds, 0 or more; up to the end of the year 9999
   * @throws {EmulatorError} `option_invalid`
   */
  advance(ms: number): void {
    if (!(ms >= 0 && this.clock.now() + ms <= LAST_MOMENT))
      throw new EmulatorError(
        'option_invalid',
        `advance has to be a number of milliseconds, 0 or more, that ends before the year 10000; it is ${String(ms)}.`,
      )
    this.clock.offset += ms
    this.#world.agenda.catchUp()
  }

  /** Calls and webhooks, oldest first. */
  get log(): readonly (CallRecord | WebhookRecord)[] {
    return this.#world.journal.records
  }

  get calls(): CallRecord[] {
    return this.log.filter((record): record is CallRecord => record.type === 'call')
  }

  get webhooks(): WebhookRecord[] {
    return this.log.filter((record): record is WebhookRecord => record.type === 'webhook')
  }

  /** Tells of everything that happens, as it happens. Gives a function that ends it. */
  watch(listener: (record: JournalRecord) => void): () => void {
    return this.#world.journal.watch(listener)
  }

  /** Everything that is remembered, as text, for the `state` option of another emulator. */
  snapshot(): string {
    return write(this.#world.state)
  }

  /** All that LINE's side remembers. May be read freely; what is changed takes effect at once. */
  get state(): State {
    return this.#world.state
  }

  /** Forgets everything but the account. People and groups from before are no longer there. */
  reset(): void {
    const fresh = newState(this.#options, this.#world.chance)
    this.#world.load({ ...fresh, account: this.account })
    this.#api.faults.clear()
    this.#world.journal.clear()
    this.#world.journal.tell({ type: 'change', what: 'reset' })
  }
}

const scheduleOf = (redelivery: EmulatorOptions['redelivery']): readonly number[] =>
  redelivery === true
    ? usualRedelivery
    : redelivery === undefined || redelivery === false
      ? []
      : redelivery

function change(person: Person, options: PersonOptions): Person {
  const { gender, age, appType, area, id: _, ...rest } = options
  Object.assign(person, defined(rest))
  Object.assign(person.attributes, defined({ gender, age, appType, area }))
  return person
}

const defined = (fields: object) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))

/**
 * Makes LINE's side of the wire: an account with nobody in it yet.
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
  return new Emulator(options)
}
