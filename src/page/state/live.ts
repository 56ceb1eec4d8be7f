/** Follows the emulator by server-sent events, and reloads everything when the connection is restored. */
import type { EntryView, View } from '../../emulator/ui/view.js'
import type { LogRecord } from '../inspector/records.js'
import { Followed } from '../kit/followed.js'
import { get, look } from './api.js'
import type { PhoneState } from './phone-state.js'
import type { Session } from './session.js'
import { UI } from './urls.js'

/** Milliseconds of a frame. */
const FRAME = 16

/** Milliseconds after which a failed reload is tried again. */
const PAUSE = 300

export class Live {
  readonly #session: Session
  readonly #phones: readonly PhoneState[]
  /** Chooses a chat for each phone that has none, or whose chat is gone. */
  readonly #chooseChats: () => Promise<void>
  readonly #records = new Followed()
  readonly #view = new Followed()
  #asked = false
  #asking = false
  /** Records that came while a frame was drawn. */
  #news: LogRecord[] = []

  constructor(session: Session, phones: readonly PhoneState[], chooseChats: () => Promise<void>) {
    this.#session = session
    this.#phones = phones
    this.#chooseChats = chooseChats
  }

  start(): void {
    const events = new EventSource(`${UI}/events`)
    events.onopen = () => this.#start(events)
    events.onerror = () => {
      this.#session.connected.value = false
    }
    const on = (type: string, listener: (data: never) => void) =>
      events.addEventListener(type, ({ data }: MessageEvent<string>) => {
        listener(JSON.parse(data) as never)
        this.refresh()
      })
    for (const type of ['call', 'webhook', 'failure'])
      on(type, (record: LogRecord) => this.#log(record))
    on('message', ({ chatId, entry }: { chatId: string; entry: EntryView }) => {
      for (const phone of this.#phones) phone.put(chatId, entry)
    })
    on('change', ({ what }: { what: string }) => {
      if (what === 'reset') this.#start(events)
    })
    on('bot', () => undefined)
  }

  /** Reloads everything; tries again if that failed. Earlier records are in the log, or the emulator has forgotten them. */
  #start(events: EventSource): void {
    this.#news = []
    this.#begin().catch(() =>
      setTimeout(() => {
        if (events.readyState === EventSource.OPEN) this.#start(events)
      }, PAUSE),
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

  /** Reloads the view, and waits for it. */
  reload(): Promise<void> {
    return this.#look()
  }

  async #begin(): Promise<void> {
    const session = this.#session
    const isLast = await this.#records.load(
      () => get<LogRecord[]>('/log'),
      (log) => session.restart(log),
    )
    if (!isLast) return
    await this.#look()
    session.connected.value = true
    // What the emulator has forgotten is forgotten here, too.
    await Promise.all(this.#phones.map((phone) => phone.open(phone.chat.value?.id)))
    await this.#chooseChats()
  }

  async #look(): Promise<void> {
    const session = this.#session
    await this.#view.load(
      () => look<View>('view'),
      (view) => {
        session.clockAhead = view.now - Date.now()
        session.view.value = view
      },
    )
    if (session.connected.value) await this.#chooseChats()
  }

  /** Many records at a time are drawn at once. */
  #log(record: LogRecord): void {
    this.#news.push(record)
    if (this.#news.length > 1) return
    setTimeout(() => {
      const news = this.#news
      this.#news = []
      if (news.length > 0) this.#records.change(() => this.#session.log(news))
    }, FRAME)
  }
}
