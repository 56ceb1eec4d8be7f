/** Groups records by the webhook that caused them: what a person did, what the bot called, what went wrong. */
import type { CallRecord, FailureRecord, WebhookRecord } from '../../emulator/index.js'
import { eventsOf, type LogRecord, requestOf } from './records.js'

/** A webhook with everything that it caused, or something that no webhook caused. */
export interface Story {
  /** Number of its first record. */
  number: number
  webhook: WebhookRecord | undefined
  /** Calls and failures, oldest first. */
  rows: (CallRecord | FailureRecord)[]
  /** Chats that it is about. A message to all friends is about every chat. */
  chats: ReadonlySet<string> | 'all'
}

/** Milliseconds after a webhook in which calls for the same chat belong to it. */
const LATEST = 30_000

/** Webhooks that a bot may be handling at the same time. */
const HANDLED_AT_ONCE = 50

const idPattern = /\b[UCR][0-9a-f]{32}\b/g

/** The chats of a webhook. */
export function chatsOfWebhook(record: WebhookRecord): Set<string> {
  const chats = eventsOf(record).map(({ source }) => {
    const { groupId, roomId, userId } = (source ?? {}) as Record<string, string | undefined>
    return groupId ?? roomId ?? userId
  })
  return new Set(chats.filter((id) => id !== undefined))
}

const toAll: ReadonlySet<string> = new Set(['broadcast', 'narrowcast'])

/** The chats that a call names in its path or body. */
export function chatsOfCall(record: CallRecord): Set<string> | 'all' {
  if (toAll.has(record.operation ?? '')) return 'all'
  const { to, chatId, userId, userIds } = requestOf(record)
  const named = [to, chatId, userId, userIds].flat().filter((id) => typeof id === 'string')
  return new Set([...named, ...(record.path.match(idPattern) ?? [])])
}

/** Finds the story of a record by what it names. */
class Finder {
  readonly #byToken = new Map<string, Story>()
  readonly #byMessage = new Map<string, Story>()
  readonly #byNumber = new Map<number, Story>()
  readonly #newest = new Map<string, Story>()
  /** The last webhooks. */
  readonly #last: { story: Story; webhook: WebhookRecord }[] = []

  add(story: Story, webhook: WebhookRecord): void {
    this.#last.push({ story, webhook })
    if (this.#last.length > HANDLED_AT_ONCE) this.#last.shift()
    this.#byNumber.set(webhook.number, story)
    for (const event of eventsOf(webhook)) {
      const { replyToken, message } = event as {
        replyToken?: string
        message?: { id?: string }
      }
      if (replyToken !== undefined) this.#byToken.set(replyToken, story)
      if (message?.id !== undefined) this.#byMessage.set(message.id, story)
    }
    for (const id of story.chats) this.#newest.set(id, story)
  }

  ofCall(call: CallRecord): Story | undefined {
    const { replyToken } = requestOf(call)
    if (typeof replyToken === 'string') return this.#byToken.get(replyToken)
    const [, messageId = ''] = /\/message\/(\d+)\/content/.exec(call.path) ?? []
    const chats = chatsOfCall(call)
    if (chats !== 'all' && chats.size === 1) {
      const story = this.#byMessage.get(messageId) ?? this.#lately([...chats][0], call.at)
      if (story) return story
    }
    return this.#byMessage.get(messageId) ?? this.#handledAt(call.at)
  }

  /** The story of the only webhook that the bot was handling. */
  #handledAt(at: number): Story | undefined {
    const handled = this.#last.filter(
      ({ webhook: { at: start, ms, reason } }) =>
        at >= start && (reason === undefined || at <= start + (ms ?? 0)),
    )
    return handled.length === 1 ? handled[0]!.story : undefined
  }

  ofFailure({ webhook, chatId, at }: FailureRecord): Story | undefined {
    return webhook === undefined ? this.#lately(chatId, at) : this.#byNumber.get(webhook)
  }

  #lately(chatId: string | undefined, at: number): Story | undefined {
    const story = chatId === undefined ? undefined : this.#newest.get(chatId)
    const since = story?.webhook?.at
    return since !== undefined && at - since <= LATEST ? story : undefined
  }
}

const aloneChats = (record: CallRecord | FailureRecord): Story['chats'] =>
  record.type === 'call'
    ? chatsOfCall(record)
    : new Set(record.chatId === undefined ? [] : [record.chatId])

/** All stories, oldest first. */
export function storiesOf(records: Iterable<LogRecord>): Story[] {
  const stories: Story[] = []
  const finder = new Finder()
  const sorted = [...records].sort((one, other) => one.number - other.number)
  for (const record of sorted) {
    if (record.type === 'webhook') {
      const chats = chatsOfWebhook(record)
      const story: Story = { number: record.number, webhook: record, rows: [], chats }
      finder.add(story, record)
      stories.push(story)
      continue
    }
    const story = record.type === 'call' ? finder.ofCall(record) : finder.ofFailure(record)
    if (story) story.rows.push(record)
    else
      stories.push({
        number: record.number,
        webhook: undefined,
        rows: [record],
        chats: aloneChats(record),
      })
  }
  return stories
}
