/** Mailboxes that are distributed among Durable Objects. */
import type { Shards } from '../../store/cloudflare/shards.js'
import type {
  DeadLetter,
  End,
  Mailboxes,
  Notes,
  Opened,
  QueueCounts,
  QueuedEvent,
  SettleOptions,
} from '../adapter.js'
import type { DeadPlace, LostMailbox } from './sqlite-mailboxes.js'

export class DurableMailboxes implements Mailboxes {
  readonly #shards: Shards
  readonly #wake: (mailboxes: readonly string[]) => Promise<void>

  /** @param wake - wakes mailboxes whose events are kept, although other events are not */
  constructor(shards: Shards, wake: (mailboxes: readonly string[]) => Promise<void>) {
    this.#shards = shards
    this.#wake = wake
  }

  async append(events: readonly QueuedEvent[]): Promise<boolean[]> {
    const places = new Map<number, number[]>()
    for (const [place, { mailbox }] of events.entries()) {
      const shard = this.#shards.of(mailbox)
      places.set(shard, [...(places.get(shard) ?? []), place])
    }
    const isNew: boolean[] = []
    const kept: string[] = []
    const appended = [...places].map(async ([shard, own]) => {
      const part = own.map((place) => events[place]!)
      const answers = await this.#shards.callTwice<boolean[]>(shard, 'append', part)
      for (const [i, place] of own.entries()) isNew[place] = answers[i]!
      kept.push(...part.map(({ mailbox }) => mailbox))
    })
    const failed = (await Promise.allSettled(appended)).find(({ status }) => status === 'rejected')
    if (!failed) return isNew
    // What is kept is handled, also if LINE does not send the webhook again.
    if (kept.length > 0) await this.#wake([...new Set(kept)]).catch(() => undefined)
    throw (failed as PromiseRejectedResult).reason
  }

  open(mailbox: string, owner: string, leaseMs: number): Promise<Opened> {
    return this.#of(mailbox, 'open', owner, leaseMs)
  }

  renew(mailbox: string, owner: string, leaseMs: number): Promise<boolean> {
    return this.#shards.callTwice(this.#shards.of(mailbox), 'renew', mailbox, owner, leaseMs)
  }

  note(mailbox: string, owner: string, id: string, notes: Notes): Promise<boolean> {
    return this.#of(mailbox, 'note', owner, id, notes)
  }

  settle(
    mailbox: string,
    owner: string,
    id: string,
    end: End,
    options: SettleOptions,
  ): Promise<Opened | { readonly state: 'lost' }> {
    return this.#of(mailbox, 'settle', owner, id, end, options)
  }

  async waiting(olderThanMs: number, limit: number): Promise<string[]> {
    const lost = (await this.#shards.all<LostMailbox[]>('waiting', olderThanMs, limit)).flat()
    const oldestFirst = lost.sort((a, b) => a.dueAt - b.dueAt)
    return oldestFirst.slice(0, limit).map(({ mailbox }) => mailbox)
  }

  async dead({
    limit,
    before,
  }: {
    limit: number
    before?: string | undefined
  }): Promise<DeadLetter[]> {
    let place: DeadPlace | null = null
    if (before !== undefined) {
      const places = await this.#shards.all<DeadPlace | null>('deadPlace', before)
      place = places.find((one) => one !== null) ?? null
      if (place === null) return []
    }
    const letters = (await this.#shards.all<DeadLetter[]>('dead', limit, place)).flat()
    // As the objects order them: by characters, not by the rules of a language.
    const byId = (a: string, b: string) => (a < b ? 1 : a > b ? -1 : 0)
    letters.sort((a, b) => b.diedAt - a.diedAt || byId(a.event.id, b.event.id))
    return letters.slice(0, limit)
  }

  async replay(id: string): Promise<string | undefined> {
    const names = await this.#shards.all<string | null>('replay', id)
    return names.find((name) => name !== null) ?? undefined
  }

  async discard(id: string): Promise<boolean> {
    return (await this.#shards.all<boolean>('discard', id)).includes(true)
  }

  async counts(): Promise<QueueCounts> {
    const all = await this.#shards.all<QueueCounts>('counts')
    const sum = (name: keyof QueueCounts) => all.reduce((total, counts) => total + counts[name], 0)
    const oldestMs = Math.max(...all.map((counts) => counts.oldestMs))
    return { waiting: sum('waiting'), mailboxes: sum('mailboxes'), dead: sum('dead'), oldestMs }
  }

  async forget(userId: string): Promise<number> {
    const deleted = await this.#shards.all<number>('forget', userId)
    return deleted.reduce((sum, each) => sum + each, 0)
  }

  #of<T>(mailbox: string, operation: keyof Mailboxes, ...values: unknown[]): Promise<T> {
    return this.#shards.call<T>(this.#shards.of(mailbox), operation, mailbox, ...values)
  }
}
