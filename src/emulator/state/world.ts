/** The state with its indexes, and the basic changes of it. */
import type { Message, QuickReply } from '../../spec/index.js'
import { apiLimits } from '../../spec/api/limits.js'
import { Chance } from '../chance.js'
import type { MovableClock } from '../clock.js'
import type { Journal } from '../journal.js'
import { Failures } from '../failures/failures.js'
import { Contexts } from '../people/contexts.js'
import { Agenda } from './agenda.js'
import { monthOf } from './days.js'
import { MediaStore } from './media-store.js'
import type { Chat, Entry, Note, Person, Via } from './people.js'
import { NamedMap } from './named-map.js'
import type { Outbox } from './outbox.js'
import type { State } from './state.js'

/** Entries that a chat keeps; older ones are removed. */
const KEPT = 10_000

/** Milliseconds during which an event can be redelivered. */
export const REDELIVERABLE = 20 * 60_000

/** Message types that can be quoted. @see https://developers.line.biz/en/docs/messaging-api/get-quote-tokens/ */
const quotable: ReadonlySet<string> = new Set(apiLimits.quotable)

/** Settings that are not part of the state. */
export interface Rules {
  /** Milliseconds for which a reply token is good. */
  replyTokenLife: number
  /** Whether a reply with invalid messages uses up its token. */
  burnReplyTokens: boolean
  /** Milliseconds from a narrowcast's acceptance to its end. */
  narrowcastTime: number
  /** Milliseconds until an audience is ready. */
  audienceTime: number
  /** Milliseconds until a rich menu batch is done. */
  batchTime: number
  /** Milliseconds without an API call after which the bot is considered finished; depends on the bot by default. */
  quiet: number | undefined
  /** Statistics about fewer people are hidden. */
  privacy: number
  /** Smallest number of people of audiences and filters. */
  smallestAudience: number
  smallestReach: number
}

/** An entry and its chat. */
export interface Place {
  chat: Chat
  entry: Entry
}

export class World {
  state: State
  readonly clock: MovableClock
  readonly chance: Chance
  readonly agenda: Agenda
  readonly rules: Rules
  readonly journal: Journal
  /** Contexts of the bot's components. */
  readonly contexts = new Contexts()
  /** Errors and warnings of the bot. */
  readonly failures = new Failures(this)
  /** Set by the emulator, right after the world is created. */
  webhooks!: Outbox
  readonly #places = new Map<string, Place>()
  readonly #quotes = new Map<string, string>()
  readonly #readTokens = new Map<string, string>()
  readonly #media = new MediaStore()
  /** Ids of the people in each list of `state.seen`. */
  readonly #viewers = new WeakMap<object, Set<string>>()
  /** The last number of a member, by membership. */
  readonly #membershipNos = new Map<number, number>()
  /** Reply tokens at which expired ones are removed. */
  #mostReplyTokens = 5_000

  constructor(
    state: State,
    parts: { clock: MovableClock; chance: Chance; rules: Rules; journal: Journal },
  ) {
    this.state = state
    this.clock = parts.clock
    this.chance = parts.chance
    this.rules = parts.rules
    this.journal = parts.journal
    this.agenda = new Agenda(parts.clock)
    this.load(state)
  }

  /** Replaces the state. */
  load(state: State): void {
    state.people = withNames('displayName', state.people)
    state.chats = withNames('name', state.chats)
    this.state = state
    this.agenda.clear()
    for (const index of [
      this.#places,
      this.#quotes,
      this.#readTokens,
      this.#media,
      this.#membershipNos,
    ])
      index.clear()
    for (const chat of state.chats.values())
      for (const entry of chat.entries) this.#index(chat, entry)
    // In the order of their ids.
    const entries = [...this.#places.values()].map(({ entry }) => entry)
    for (const entry of entries.filter(({ media }) => media).sort((a, b) => (a.id < b.id ? -1 : 1)))
      this.#media.add(entry)
  }

  get now(): number {
    return this.clock.now()
  }

  /** Records that a person has seen a message of a request, the first time only. */
  seen(requestId: string, userId: string): void {
    const { seen } = this.state
    const views = seen.get(requestId) ?? []
    let viewers = this.#viewers.get(views)
    if (viewers?.size !== views.length) {
      viewers = new Set(views.map(({ person }) => person))
      this.#viewers.set(views, viewers)
    }
    if (viewers.has(userId)) return
    viewers.add(userId)
    views.push({ person: userId, at: this.now })
    seen.set(requestId, views)
  }

  /** A token for one reply, valid from when its event is delivered. */
  replyToken(chat: Chat): string {
    const { replyTokens } = this.state
    if (replyTokens.size >= this.#mostReplyTokens) {
      for (const [token, { used, eventAt }] of replyTokens)
        if (used || this.now - eventAt > REDELIVERABLE) replyTokens.delete(token)
      this.#mostReplyTokens = Math.max(5_000, 2 * replyTokens.size)
    }
    const token = this.chance.hex(32)
    replyTokens.set(token, {
      chatId: chat.id,
      eventAt: this.now,
      expires: this.now + this.rules.replyTokenLife,
      used: false,
    })
    return token
  }

  /** Marks a message, and all before it, as read by the bot. */
  reads(chat: Chat, { id }: Entry): void {
    if (chat.readUpTo !== undefined && chat.readUpTo >= id) return
    chat.readUpTo = id
    this.journal.publish({ type: 'change', what: `read ${chat.id}` })
  }

  /** A person by id or name. */
  findPerson(idOrName: string): Person | undefined {
    const people = (this.state.people = withNames('displayName', this.state.people))
    return people.get(idOrName) ?? people.named(idOrName)
  }

  /** A group or room by id or name. */
  findGroup(idOrName: string): Chat | undefined {
    const chats = (this.state.chats = withNames('name', this.state.chats))
    const chat = chats.get(idOrName) ?? chats.named(idOrName)
    return chat?.kind === 'user' ? undefined : chat
  }

  /** The chat with an id. */
  chatOf(id: string): Chat | undefined {
    const chat = this.state.chats.get(id)
    if (chat) return chat
    const person = this.state.people.get(id)
    return person && this.openChat(person)
  }

  openChat({ userId }: Person): Chat {
    let chat = this.state.chats.get(userId)
    if (!chat) {
      chat = {
        id: userId,
        kind: 'user',
        members: [userId],
        botInside: true,
        entries: [],
        seenUpTo: {},
      }
      this.state.chats.set(userId, chat)
    }
    return chat
  }

  place(messageId: string): Place | undefined {
    return this.#places.get(messageId)
  }

  /** The message of a quote token. */
  quoted(token: string): Place | undefined {
    const id = this.#quotes.get(token)
    return id === undefined ? undefined : this.#places.get(id)
  }

  /** The message of a mark-as-read token. */
  toRead(token: string): Place | undefined {
    const id = this.#readTokens.get(token)
    return id === undefined ? undefined : this.#places.get(id)
  }

  /** Members are numbered from 1, in the order in which they joined. */
  nextMembershipNo(membershipId: number): number {
    let last = this.#membershipNos.get(membershipId)
    if (last === undefined) {
      last = 0
      for (const { memberships } of this.state.people.values())
        for (const one of memberships)
          if (one.membershipId === membershipId) last = Math.max(last, one.membershipNo)
    }
    this.#membershipNos.set(membershipId, last + 1)
    return last + 1
  }

  nextMessageId(): string {
    return `6${String(++this.state.lastMessageId).padStart(17, '0')}`
  }

  add(chat: Chat, entry: Entry): Entry {
    chat.entries.push(entry)
    this.#index(chat, entry)
    this.#media.add(entry)
    if (chat.entries.length > KEPT)
      for (const old of chat.entries.splice(0, KEPT / 10)) this.#forget(old)
    // Quick replies disappear with the next message.
    if (entry.from !== 'line') delete chat.quickReplyOf
    if (entry.from === 'bot') delete chat.loadingUntil
    this.journal.publish({ type: 'message', chatId: chat.id, entry })
    return entry
  }

  /** Gives an entry a new quote token. The old one stays valid. */
  requote(chat: Chat, entry: Entry, quoteToken: string): void {
    entry.quoteToken = quoteToken
    this.#index(chat, entry)
    this.journal.publish({ type: 'message', chatId: chat.id, entry })
  }

  /** Adds messages of the bot to a chat. */
  say(
    chat: Chat,
    messages: readonly Message[],
    about: { via: Via; requestId: string; silent: boolean },
  ): Entry[] {
    const entries = messages.map((message) =>
      this.add(chat, {
        id: this.nextMessageId(),
        at: this.now,
        from: 'bot',
        message,
        via: about.via,
        requestId: about.requestId,
        ...(about.silent && { silent: true as const }),
        ...this.quoting(message),
      }),
    )
    const last = entries.at(-1)
    if (last && quickReplyOf(last)) chat.quickReplyOf = last.id
    return entries
  }

  /** Adds a note of LINE to a chat. */
  note(chat: Chat, note: Note['note'], people: string[]): void {
    const message = { type: 'note' as const, note, people }
    this.add(chat, { id: this.nextMessageId(), at: this.now, from: 'line', message })
  }

  /** Creates a quote token for a message that can be quoted. */
  quoting({ type }: Message): { quoteToken?: string } {
    return quotable.has(type) ? { quoteToken: this.chance.token(86) } : {}
  }

  /** Counts messages that were sent, for the quota. */
  use(count: number): void {
    const month = monthOf(this.now)
    this.state.usage.set(month, this.used() + count)
  }

  used(): number {
    return this.state.usage.get(monthOf(this.now)) ?? 0
  }

  /** Messages left in the monthly quota. */
  remaining(): number {
    const { quota } = this.state
    if (quota.type === 'none') return Infinity
    return Math.max(0, quota.value - this.used() - this.#reserved())
  }

  /** Messages that pending narrowcasts have reserved. */
  #reserved(): number {
    let count = 0
    for (const { failed, completedAt, success } of this.state.narrowcasts.values())
      if (!failed && completedAt > this.now) count += success
    return count
  }

  /** Forgets the messages of a chat, before it is removed. */
  forget({ entries }: Chat): void {
    for (const entry of entries) this.#forget(entry)
  }

  #index(chat: Chat, entry: Entry): void {
    this.#places.set(entry.id, { chat, entry })
    if (entry.quoteToken !== undefined) this.#quotes.set(entry.quoteToken, entry.id)
    if (entry.markAsReadToken !== undefined) this.#readTokens.set(entry.markAsReadToken, entry.id)
  }

  #forget(entry: Entry): void {
    const { id, quoteToken, markAsReadToken } = entry
    this.#media.remove(entry)
    this.#places.delete(id)
    if (quoteToken !== undefined) this.#quotes.delete(quoteToken)
    if (markAsReadToken !== undefined) this.#readTokens.delete(markAsReadToken)
  }
}

/** The map itself if it knows names; code of a test may have replaced it with a plain one. */
const withNames = <Value extends object>(
  property: keyof Value & string,
  map: Map<string, Value>,
): NamedMap<Value> => (map instanceof NamedMap ? map : new NamedMap(property, map))

/** The quick replies of an entry. */
export const quickReplyOf = ({ message }: Entry): QuickReply | undefined =>
  (message as { quickReply?: QuickReply }).quickReply
