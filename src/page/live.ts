/** Follows the emulator by server-sent events, and reloads everything when the connection is restored. */
import type { EntryView, View } from '../emulator/ui/view.js'
import { get, look } from './api.js'
import type { LogRecord, Store } from './store.js'
import { UI } from './where.js'

/** Records that are displayed; the emulator keeps as many. */
const KEPT = 1_000

export class Live {
  readonly #store: Store
  #asked = false
  #asking = false

  constructor(store: Store) {
    this.#store = store
  }

  start(): void {
    const events = new EventSource(`${UI}/events`)
    events.onopen = () => this.#start(events)
    events.onerror = () => {
      this.#store.connected = false
      this.#store.changed('connection')
    }
    const on = (type: string, listener: (data: never) => void) =>
      events.addEventListener(type, ({ data }: MessageEvent<string>) => {
        listener(JSON.parse(data) as never)
        this.refresh()
      })
    on('call', (record: LogRecord) => this.#log(record))
    on('webhook', (record: LogRecord) => this.#log(record))
    on('message', ({ chatId, entry }: { chatId: string; entry: EntryView }) => {
      if (chatId === this.#store.chatId) this.#put(entry)
    })
    on('change', ({ what }: { what: string }) => {
      if (what === 'reset') this.#start(events)
    })
    on('bot', () => undefined)
  }

  /** Reloads everything; tries again if that failed. */
  #start(events: EventSource): void {
    this.#begin().catch(() =>
      setTimeout(() => {
        if (events.readyState === EventSource.OPEN) this.#start(events)
      }, 300),
    )
  }

  /** Reloads the view. Many changes at a time cause one request. */
  refresh(): void {
    if (this.#asking) {
      this.#asked = true
      return
    }
    this.#asking = true
    void this.#look()
      .catch(() => undefined)
      .finally(() => {
        this.#asking = false
        if (!this.#asked) return
        this.#asked = false
        this.refresh()
      })
  }

  /** Opens a chat. */
  async open(chatId: string): Promise<void> {
    const store = this.#store
    store.chatId = chatId
    store.entries = []
    store.draft = undefined
    store.changed('chat', 'draft')
    const entries = await look<EntryView[]>(`chats/${encodeURIComponent(chatId)}`)
    if (store.chatId !== chatId) return
    // Entries that arrived meanwhile are newer than the answer.
    const meanwhile = store.entries
    store.entries = entries
    for (const entry of meanwhile) this.#put(entry)
    store.changed('entries')
  }

  async #begin(): Promise<void> {
    const store = this.#store
    const log = await get<LogRecord[]>('/log')
    // Numbers start again when the emulator restarts.
    store.log.clear()
    for (const record of log) store.log.set(record.number, record)
    await this.#look()
    store.connected = true
    store.changed('connection', 'log')
    const first = store.view?.people[0]?.userId
    const open = store.chat?.id ?? first
    if (open !== undefined) return this.open(open)
    store.chatId = undefined
    store.entries = []
    store.changed('chat', 'entries')
  }

  async #look(): Promise<void> {
    const view = await look<View>('view')
    this.#store.view = view
    this.#store.clockAhead = view.now - Date.now()
    this.#store.changed('view')
  }

  #log(record: LogRecord): void {
    const { log } = this.#store
    log.set(record.number, record)
    if (log.size > KEPT) log.delete(log.keys().next().value!)
    this.#store.changed('log')
  }

  #put(entry: EntryView): void {
    const { entries } = this.#store
    const at = entries.findLastIndex(({ id }) => id === entry.id)
    if (at === -1) entries.push(entry)
    else entries[at] = entry
    this.#store.changed('entries')
  }
}
