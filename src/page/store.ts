/** The state of the page. Parts of the page listen for changes. */
import type { CallRecord, WebhookRecord } from '../emulator/index.js'
import type { ChatView, EntryView, View } from '../emulator/ui/view.js'
import { type Language, languages, type Words } from './words.js'

export type LogRecord = CallRecord | WebhookRecord

/** Topics of changes, so that listeners are called only for theirs. */
export type Topic =
  | 'view'
  | 'entries'
  | 'chat'
  | 'log'
  | 'record'
  | 'reveal'
  | 'look'
  | 'connection'
  | 'draft'
  | 'part'

/** A draft that is a reply to a message, or an edit of one. */
export interface Draft {
  kind: 'reply' | 'edit'
  entry: EntryView
}

const stored = (name: string): string | null => {
  try {
    return localStorage.getItem(`fukidashi-${name}`)
  } catch {
    return null
  }
}

const store = (name: string, value: string): void => {
  try {
    localStorage.setItem(`fukidashi-${name}`, value)
  } catch {
    // Without storage the value is lost.
  }
}

const dark = matchMedia('(prefers-color-scheme: dark)')

export class Store {
  view: View | undefined
  /** Entries of the open chat, oldest first. */
  entries: EntryView[] = []
  /** Id of the open chat. */
  chatId: string | undefined
  /** Id of the person who writes in the open group. */
  #writer: string | undefined
  /** Calls and webhooks by number. */
  readonly log = new Map<number, LogRecord>()
  /** Number of the open record. */
  record: number | undefined
  draft: Draft | undefined
  connected = false
  /** Milliseconds by which the emulator's clock is ahead of this one. */
  clockAhead = 0
  language: Language =
    (stored('language') as Language | null) ?? (navigator.language.startsWith('ja') ? 'ja' : 'en')
  theme: 'light' | 'dark' =
    (stored('theme') as 'light' | 'dark' | null) ?? (dark.matches ? 'dark' : 'light')
  readonly #listeners: { topics: readonly Topic[]; listener: () => void }[] = []

  get words(): Words {
    return languages[this.language]
  }

  get chat(): ChatView | undefined {
    return this.chatId === undefined ? undefined : this.chatWith(this.chatId)
  }

  /** A person has a chat before it has entries. */
  chatWith(id: string): ChatView | undefined {
    const match = this.view?.chats.find((chat) => chat.id === id)
    if (match || !this.person(id)) return match
    return { id, kind: 'user', members: [id], botInside: true, seenUpTo: {} }
  }

  /** Id of the person whose phone is displayed. */
  get me(): string | undefined {
    const { chat } = this
    if (!chat || chat.kind === 'user') return chat?.id
    return this.#writer !== undefined && chat.members.includes(this.#writer)
      ? this.#writer
      : chat.members[0]
  }

  set me(id: string | undefined) {
    this.#writer = id
    this.draft = undefined
    this.changed('chat', 'draft')
  }

  /** Starts a reply or an edit; `undefined` ends it. */
  drafts(draft: Draft | undefined): void {
    this.draft = draft
    this.changed('draft')
  }

  /** Opens a record in the inspector. */
  reveal(record: number | undefined): void {
    this.record = record
    this.changed('record', 'reveal')
  }

  /** The open group, for bodies of the control API. */
  get where(): { in?: string } {
    const { chat } = this
    return chat && chat.kind !== 'user' ? { in: chat.id } : {}
  }

  person(id: string | undefined) {
    return this.view?.people.find(({ userId }) => userId === id)
  }

  nameOf(id: string): string {
    return this.person(id)?.displayName ?? id
  }

  nameOfChat(chat: ChatView): string {
    if (chat.kind === 'user') return this.nameOf(chat.id)
    return chat.name ?? chat.members.map((id) => this.nameOf(id)).join(', ')
  }

  /** The emulator's time. */
  get now(): number {
    return Date.now() + this.clockAhead
  }

  remember(name: 'language' | 'theme', value: string): void {
    store(name, value)
    if (name === 'language') this.language = value as Language
    else this.theme = value as 'light' | 'dark'
    this.changed('look')
  }

  on(topics: readonly Topic[], listener: () => void): void {
    this.#listeners.push({ topics, listener })
  }

  changed(...topics: readonly Topic[]): void {
    for (const one of this.#listeners)
      if (one.topics.some((topic) => topics.includes(topic))) one.listener()
  }
}
