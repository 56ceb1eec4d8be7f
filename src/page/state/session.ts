/** The state of the page: what the emulator has reported, and what is open. */
import { computed, signal } from '@preact/signals'
import type { ChatView, EntryView, View } from '../../emulator/ui/view.js'
import type { NameOf } from '../inspector/in-words.js'
import type { LogRecord } from '../inspector/records.js'
import { storiesOf } from '../inspector/stories.js'
import { chatName, nameOf, type Scene } from '../phone/model.js'
import { linksOf } from './urls.js'

/** Parts of the page; narrow screens show one at a time. */
export const parts = ['people', 'chat', 'inspector'] as const
export type Part = (typeof parts)[number]

/** Records that are kept. */
const KEPT = 2_000

export class Session {
  readonly view = signal<View | undefined>(undefined)
  /** Whether the emulator can be reached. */
  readonly connected = signal(false)
  /** Calls, webhooks and failures by number. */
  readonly records = signal<ReadonlyMap<number, LogRecord>>(new Map())
  readonly part = signal<Part>('chat')
  /** Number of the open record, and how often one was opened from outside the inspector. */
  readonly selected = signal<number | undefined>(undefined)
  readonly reveals = signal(0)
  readonly tab = signal<'activity' | 'problems'>('activity')
  /** Milliseconds by which the emulator's clock is ahead of this one. */
  clockAhead = 0

  readonly scene = computed((): Scene => {
    const view = this.view.value
    return {
      account: view?.account ?? { displayName: '', userId: '' },
      people: new Map(view?.people.map((person) => [person.userId, person])),
      coupons: view?.coupons ?? {},
      hasBot: view === undefined || view.bot.state !== 'none',
    }
  })
  readonly stories = computed(() => storiesOf(this.records.value.values()))
  readonly #names = computed(() => {
    const view = this.view.value
    return JSON.stringify([
      ['bot', view?.account.displayName],
      ...(view?.people ?? []).map(({ userId, displayName }) => [userId, displayName]),
      ...(view?.chats ?? [])
        .filter(({ kind }) => kind !== 'user')
        .map((chat) => [chat.id, chatName(this.scene.value, chat)]),
    ])
  })
  /** Names of people, groups and the bot. It changes only when a name does. */
  readonly nameOf = computed((): NameOf => {
    const names = new Map(JSON.parse(this.#names.value) as [string, string][])
    return (id) => names.get(id) ?? id
  })
  readonly links = linksOf(() => this.view.peek())

  /** The emulator's time. */
  now(): number {
    return Date.now() + this.clockAhead
  }

  /** The chat with an id. A person has a chat before it has entries. */
  chatWith(id: string | undefined): ChatView | undefined {
    if (id === undefined) return undefined
    const match = this.view.value?.chats.find((chat) => chat.id === id)
    if (match || !this.scene.value.people.has(id)) return match
    return { id, kind: 'user', members: [id], botInside: true, seenUpTo: {} }
  }

  /** All chats, those with the newest entries first. */
  readonly chats = computed((): ChatView[] => {
    const view = this.view.value
    if (!view) return []
    const groups = view.chats.filter(({ kind }) => kind !== 'user').map(({ id }) => id)
    return [...view.people.map(({ userId }) => userId), ...groups]
      .map((id) => this.chatWith(id)!)
      .sort((one, other) => (other.last?.at ?? 0) - (one.last?.at ?? 0))
  })

  nameOfPerson(id: string): string {
    return nameOf(this.scene.value, id)
  }

  log(records: readonly LogRecord[]): void {
    const log = new Map(this.records.peek())
    for (const record of records) log.set(record.number, record)
    for (const number of log.keys()) {
      if (log.size <= KEPT) break
      log.delete(number)
    }
    this.records.value = log
  }

  /** Replaces the log: numbers start again when the emulator restarts. */
  restart(records: readonly LogRecord[]): void {
    this.records.value = new Map()
    this.log(records)
  }

  /** Opens a record in the inspector. */
  reveal(number: number | undefined): void {
    this.selected.value = number
    this.part.value = 'inspector'
    this.reveals.value++
  }
}

/** Puts an entry into a chat, or replaces it. */
export function withEntry(entries: readonly EntryView[], entry: EntryView): EntryView[] {
  const at = entries.findLastIndex(({ id }) => id === entry.id)
  return at === -1 ? [...entries, entry] : entries.with(at, entry)
}
