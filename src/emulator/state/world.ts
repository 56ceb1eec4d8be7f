/** The state, with what is looked up often, and the few changes that everything else is made of. */
import type { Message, QuickReply } from '../../spec/index.js'
import { limits } from '../../spec/limits.js'
import { Chance } from '../chance.js'
import type { MovableClock } from '../clock.js'
import type { Journal } from '../journal.js'
import { Agenda } from './agenda.js'
import { monthOf } from './days.js'
import { MediaStore } from './media-store.js'
import type { Webhooks } from '../webhook/webhooks.js'
import { eventOf } from '../webhook/events.js'
import type { Chat, Entry, Note, Person } from './people.js'
import type { State, Via } from './state.js'

/** Lines that a chat keeps; the oldest make room. */
const KEPT = 10_000

const quotable: ReadonlySet<string> = new Set(limits.quotable)

/** Settings that are not state. */
export interface Rules {
  /** Milliseconds for which a reply token is good. */
  replyTokenLife: number
  /** Whether a reply that fails validation uses up its token. */
  burnReplyTokens: boolean
  /** Milliseconds from a narrowcast's acceptance to its end. */
  narrowcastTime: number
  /** Milliseconds until an audience is ready. */
  audienceTime: number
  /** Milliseconds until a rich menu batch is done. */
  batchTime: number
  /** Milliseconds without a call after which the bot counts as done. */
  quiet: number
  /** Below so many people LINE shows no figures. */
  privacy: number
  /** Audiences and filters need so many people. */
  smallestAudience: number
  smallestReach: number
}

/** Where a message stands. */
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
  /** How the bot hears of things; there once the world is whole. */
  webhooks!: Webhooks
  readonly #places = new Map<string, Place>()
  readonly #quotes = new Map<string, string>()
  readonly #readTokens = new Map<string, string>()
  readonly #media = new MediaStore()

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

  /** Takes another state instead. */
  load(state: State): void {
    this.state = state
    this.agenda.clear()
    for (const index of [this.#places, this.#quotes, this.#readTokens, this.#media]) index.clear()
    for (const chat of state.chats.values())
      for (const entry of chat.entries) this.#index(chat, entry)
    // By their numbers, in the order in which they came.
    const entries = [...this.#places.values()].map(({ entry }) => entry)
    for (const entry of entries.filter(({ media }) => media).sort((a, b) => (a.id < b.id ? -1 : 1)))
      this.#media.add(entry)
  }

  get now(): number {
    return this.clock.now()
  }

  /** The bot has read a message, and with it all before. */
  reads(chat: Chat, { id }: Entry): void {
    if (chat.readUpTo !== undefined && chat.readUpTo >= id) return
    chat.readUpTo = id
    this.journal.tell({ type: 'change', what: `read ${chat.id}` })
  }

  /** The chat with an id, as far as the bot is in it. */
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

  /** The message that a quote token is for. */
  quoted(token: string): Place | undefined {
    const id = this.#quotes.get(token)
    return id === undefined ? undefined : this.#places.get(id)
  }

  /** The message that is to be marked as read. */
  toRead(token: string): Place | undefined {
    const id = this.#readTokens.get(token)
    return id === undefined ? undefined : this.#places.get(id)
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
    // Whatever comes, the bar of quick replies goes.
    if (entry.from !== 'line') delete chat.quickReplyOf
    if (entry.from === 'bot') delete chat.loadingUntil
    this.journal.tell({ type: 'message', chatId: chat.id, entry })
    return entry
  }

  /** An entry has a new quote token, beside the old one. */
  requote(chat: Chat, entry: Entry, quoteToken: string): void {
    entry.quoteToken = quoteToken
    this.#index(chat, entry)
    this.journal.tell({ type: 'message', chatId: chat.id, entry })
  }

  /** Shows the bot's messages in a chat. */
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

  /** The bot is no longer in a group or room. */
  leave(chat: Chat): void {
    this.note(chat, 'botLeft', [])
    this.webhooks.announce([eventOf(this, chat, undefined, { type: 'leave' })])
  }

  /** Shows a line of LINE's own. */
  note(chat: Chat, note: Note['note'], people: string[]): void {
    const message = { type: 'note' as const, note, people }
    this.add(chat, { id: this.nextMessageId(), at: this.now, from: 'line', message })
  }

  /** A quote token, for messages that can be quoted. */
  quoting({ type }: Message): { quoteToken?: string } {
    return quotable.has(type) ? { quoteToken: this.chance.token(86) } : {}
  }

  /** Notes that so many people were reached, at the account's cost. */
  use(count: number): void {
    const month = monthOf(this.now)
    this.state.usage.set(month, this.used() + count)
  }

  used(): number {
    return this.state.usage.get(monthOf(this.now)) ?? 0
  }

  /** Messages that the month still has room for. */
  remaining(): number {
    const { quota } = this.state
    if (quota.type === 'none') return Infinity
    return Math.max(0, quota.value - this.used() - this.#reserved())
  }

  /** Narrowcasts that are under way hold what they will need. */
  #reserved(): number {
    let count = 0
    for (const { failed, completedAt, success } of this.state.narrowcasts.values())
      if (!failed && completedAt > this.now) count += success
    return count
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

/** The quick reply that an entry of the bot carries. */
export const quickReplyOf = ({ message }: Entry): QuickReply | undefined =>
  (message as { quickReply?: QuickReply }).quickReply
