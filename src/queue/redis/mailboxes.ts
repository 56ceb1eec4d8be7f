/** Mailboxes on Redis. Each method is one script. */
import { publicTextOf } from '../../common/error-text.js'
import type { Send } from '../../store/redis/client.js'
import type {
  DeadLetter,
  DeadReason,
  End,
  Mailboxes,
  Notes,
  Opened,
  QueueCounts,
  QueuedEvent,
  SettleOptions,
} from '../adapter.js'
import { QueueError } from '../errors.js'
import * as scripts from './scripts.js'

const whole = (ms: number) => String(Math.ceil(ms))

/** A hash as Redis answers it: names and values in turn. */
type Flat = readonly string[]

type Answer = readonly [state: string, more?: number | Flat]

const hashes = new Map<string, Promise<string>>()

/** SHA-1 of a script, in hexadecimal. */
function hashOf(script: string): Promise<string> {
  let hash = hashes.get(script)
  if (!hash) {
    hash = crypto.subtle
      .digest('SHA-1', new TextEncoder().encode(script))
      .then((bytes) =>
        Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join(''),
      )
    hashes.set(script, hash)
  }
  return hash
}

export class RedisMailboxes implements Mailboxes {
  readonly #send: Send
  readonly #tag: string

  /** @param tag - begins every key; with a hash tag in braces */
  constructor(send: Send, tag: string) {
    this.#send = send
    this.#tag = tag
  }

  async append(events: readonly QueuedEvent[]): Promise<boolean[]> {
    if (events.length === 0) return []
    const args = events.flatMap(({ receivedAt, ...event }) => [
      event.id,
      event.mailbox,
      event.userId ?? '',
      String(event.timestamp),
      String(receivedAt),
      JSON.stringify(event),
    ])
    const answers = (await this.#run(scripts.append, args)) as number[]
    return answers.map((answer) => answer === 1)
  }

  async open(mailbox: string, owner: string, leaseMs: number): Promise<Opened> {
    return openedOf((await this.#run(scripts.open, [mailbox, owner, whole(leaseMs)])) as Answer)
  }

  async renew(mailbox: string, owner: string, leaseMs: number): Promise<boolean> {
    return (await this.#run(scripts.renew, [mailbox, owner, whole(leaseMs)])) === 1
  }

  async note(mailbox: string, owner: string, id: string, notes: Notes): Promise<boolean> {
    const fields = Object.entries(notes).flatMap(([name, value]) => {
      const json = JSON.stringify(value) as string | undefined
      return json === undefined ? [] : [name, json]
    })
    return (await this.#run(scripts.note, [mailbox, owner, id, ...fields])) === 1
  }

  async settle(
    mailbox: string,
    owner: string,
    id: string,
    end: End,
    options: SettleOptions,
  ): Promise<Opened | { readonly state: 'lost' }> {
    const { leaseMs, knownMs, deadMs, next } = options
    const ms = end.as === 'later' ? end.ms : end.as === 'done' ? knownMs : deadMs
    const reason = end.as === 'dead' ? [end.reason.code, end.reason.message] : []
    const args = [mailbox, owner, id, whole(leaseMs), next ? '1' : '0', end.as, whole(ms)]
    const answer = (await this.#run(scripts.settle, [...args, ...reason])) as Answer
    return answer[0] === 'lost' ? { state: 'lost' } : openedOf(answer)
  }

  async waiting(olderThanMs: number, limit: number): Promise<string[]> {
    const args = [whole(olderThanMs), String(limit)]
    return (await this.#run(scripts.waiting, args)) as string[]
  }

  async dead(options: { limit: number; before?: string | undefined }): Promise<DeadLetter[]> {
    const args = [String(options.limit), options.before ?? '']
    const letters = (await this.#run(scripts.letters, args)) as Flat[]
    return letters.map((flat) => {
      const fields = fieldsOf(flat)
      const [code, message = ''] = [fields.get('code') as DeadReason['code'], fields.get('message')]
      return {
        event: eventOf(fields),
        attempts: Number(fields.get('attempts')),
        reason: { code, message },
        diedAt: Number(fields.get('diedAt')),
      }
    })
  }

  async replay(id: string): Promise<string | undefined> {
    return ((await this.#run(scripts.replay, [id])) as string | null) ?? undefined
  }

  async discard(id: string): Promise<boolean> {
    return (await this.#run(scripts.discard, [id])) === 1
  }

  async counts(): Promise<QueueCounts> {
    const answer = (await this.#run(scripts.counts, [])) as [number, number, number, number]
    const [waiting, mailboxes, dead, oldestMs] = answer
    return { waiting, mailboxes, dead, oldestMs }
  }

  async forget(userId: string): Promise<number> {
    let total = 0
    for (;;) {
      // Some at a time: a script holds up the whole server.
      const answer = (await this.#run(scripts.forget, [userId, '1000'])) as [number, number]
      total += answer[0]
      if (answer[1] === 0) return total
    }
  }

  /** @throws {QueueError} `queue_unavailable` */
  async #run(script: string, args: readonly string[]): Promise<unknown> {
    try {
      try {
        return await this.#send('EVALSHA', await hashOf(script), '1', this.#tag, ...args)
      } catch (error) {
        // The server has been started again, and has forgotten it.
        if (!(error instanceof Error) || !error.message.startsWith('NOSCRIPT')) throw error
        return await this.#send('EVAL', script, '1', this.#tag, ...args)
      }
    } catch (cause) {
      throw new QueueError('queue_unavailable', `Redis has failed: ${publicTextOf(cause)}`, {
        cause,
      })
    }
  }
}

function fieldsOf(flat: Flat): Map<string, string> {
  const fields = new Map<string, string>()
  for (let i = 0; i < flat.length; i += 2) fields.set(flat[i]!, flat[i + 1]!)
  return fields
}

function openedOf([state, more]: Answer): Opened {
  if (state === 'empty') return { state }
  if (state === 'busy' || state === 'later') return { state, ms: more as number }
  const fields = fieldsOf(more as Flat)
  const notes: Record<string, unknown> = {}
  for (const [name, json] of fields)
    if (name.startsWith(noteField))
      Object.defineProperty(notes, name.slice(noteField.length), {
        value: parse(json),
        configurable: true,
        enumerable: true,
        writable: true,
      })
  return { state: 'event', event: eventOf(fields), attempt: Number(fields.get('attempts')), notes }
}

const noteField = 'note:'

const eventOf = (fields: Map<string, string>): QueuedEvent => ({
  ...(parse(fields.get('json') ?? '') as Omit<QueuedEvent, 'receivedAt'>),
  receivedAt: Number(fields.get('receivedAt')),
})

/** @throws {QueueError} `queue_broken` */
function parse(json: string): unknown {
  try {
    return JSON.parse(json) as unknown
  } catch (cause) {
    throw new QueueError(
      'queue_broken',
      'The queue has an event that is not JSON. Another program writes to the same keys: give each a prefix of its own.',
      { cause },
    )
  }
}
