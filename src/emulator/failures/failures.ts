/** Keeps a record of whatever fails while a bot handles webhooks. */
import type { WebhookBody } from '../../spec/webhook/index.js'
import { reactAdvice } from '../../common/advice.js'
import { isObject } from '../../common/json.js'
import type { FailureRecord, Journal, WebhookRecord } from '../journal.js'
import type { State } from '../state/state.js'
import type { Target } from '../webhook/target.js'
import { workingDirectory } from './builtin.js'
import { failureOf, type FailureParts } from './failure-of.js'
import { explainWebhook } from './hints.js'
import { redactor } from './redact.js'
import { currentWebhook } from './scope.js'

/** Records among which the webhook of an event is looked for. */
const LATELY = 200

/** What is known of a failure beside the error. */
export interface FailureAbout {
  /** The event that was handled; without one, the webhook whose handler is running. */
  event?: unknown
  /** What to do next. */
  hint?: string | undefined
}

/** What failures need of the emulator. */
interface FailureHost {
  readonly journal: Journal
  readonly state: Pick<State, 'account' | 'tokens'>
  readonly now: number
}

export class Failures {
  /** Folder of the project: places are paths from it. */
  root = workingDirectory()
  readonly #world: FailureHost
  /** Errors that have a record, with their causes. */
  readonly #reported = new WeakSet()

  constructor(world: FailureHost) {
    this.#world = world
  }

  /** Records an error or a warning. Never throws. */
  report(value: unknown, { event, hint = reactAdvice(value) }: FailureAbout = {}): FailureRecord {
    const webhook = this.#webhookOf(event)
    this.#remember(value)
    const source = sourceOf(event) ?? (webhook && sourceOf(firstEvent(webhook)))
    return this.#keep(this.#partsOf(value), { webhook: webhook?.number, chatId: source, hint })
  }

  /** Returns whether an error has a record, or is the cause of one that has. */
  has(error: object): boolean {
    return this.#reported.has(error)
  }

  #remember(value: unknown): void {
    for (let next = value; isObject(next) && !this.#reported.has(next);) {
      this.#reported.add(next)
      next = (next as { cause?: unknown }).cause
    }
  }

  /** Records why a webhook failed, unless the bot has reported an error while it handled it. */
  reportWebhook(webhook: WebhookRecord, target: Target, answer: string): void {
    const { records } = this.#world.journal
    for (let i = records.length - 1; i >= 0; i--) {
      const record = records[i]!
      if (record.number < webhook.number) break
      if (record.type !== 'failure' || record.severity === 'warning') continue
      if (record.webhook === webhook.number) return
    }
    const redact = this.#redactor()
    const { message, hint } = explainWebhook(webhook, target, redact(answer))
    this.#keep(
      {
        severity: 'error',
        name: webhook.reason ?? 'UNCLASSIFIED',
        message,
        problems: [],
        stack: [],
      },
      { webhook: webhook.number, chatId: sourceOf(firstEvent(webhook)), hint },
    )
  }

  /** Records a call whose path has more than LINE's before it: that of the base URL. */
  reportPath(method: string, path: string): void {
    const [, before] = /^(\/.+?)\/(?:v[23]\/|oauth2\/)/.exec(path) ?? []
    if (before === undefined) return
    this.#keep(
      {
        severity: 'error',
        name: 'BASE_URL',
        message: `${method} ${path} is not an operation of LINE: the base URL ends with ${before}`,
        problems: [],
        stack: [],
      },
      {
        webhook: currentWebhook()?.number,
        chatId: undefined,
        hint: 'Use the base URL without a path: LINE_API_BASE_URL, baseUrl of LineClient and createBot, or baseURL of @line/bot-sdk.',
      },
    )
  }

  /** The place of an error, and the lines around it; for errors that are no failure of a webhook. */
  place(value: unknown): Pick<FailureParts, 'place' | 'frame'> {
    const { place, frame } = this.#partsOf(value)
    return { ...(place && { place }), ...(frame && { frame }) }
  }

  #partsOf(value: unknown): FailureParts {
    try {
      return failureOf(value, this.root, this.#redactor())
    } catch {
      // An object whose properties throw.
      const message = 'A value that cannot be read was thrown.'
      return { severity: 'error', name: 'Error', message, problems: [], stack: [] }
    }
  }

  #redactor(): (text: string) => string {
    const { account, tokens } = this.#world.state
    return redactor([
      account.channelSecret,
      account.channelAccessToken,
      ...tokens.map(({ token }) => token),
    ])
  }

  #keep(
    parts: FailureParts,
    {
      webhook,
      chatId,
      hint,
    }: { webhook: number | undefined; chatId: string | undefined; hint: string | undefined },
  ): FailureRecord {
    const { journal, now } = this.#world
    const record: FailureRecord = {
      type: 'failure',
      number: journal.next(),
      at: now,
      ...parts,
      ...(webhook !== undefined && { webhook }),
      ...(chatId !== undefined && { chatId }),
      ...(hint !== undefined && { hint }),
    }
    journal.keep(record)
    return record
  }

  /** The webhook that an event came with, or that the running code belongs to, or that is handled now. */
  #webhookOf(event: unknown): WebhookRecord | undefined {
    const { journal } = this.#world
    const id = isObject(event) ? (event as { webhookEventId?: unknown }).webhookEventId : undefined
    if (typeof id === 'string') {
      const match = latest(journal, ({ body }) => body.includes(`"${id}"`))
      if (match) return match
    }
    const current = currentWebhook()
    if (current) return latest(journal, ({ number }) => number === current.number)
    return latest(journal, ({ status, reason }) => status === undefined && reason === undefined)
  }
}

function latest(
  { records }: Journal,
  fits: (record: WebhookRecord) => boolean,
): WebhookRecord | undefined {
  return records
    .slice(-LATELY)
    .findLast((record): record is WebhookRecord => record.type === 'webhook' && fits(record))
}

const firstEvent = ({ body }: WebhookRecord): unknown => (JSON.parse(body) as WebhookBody).events[0]

function sourceOf(event: unknown): string | undefined {
  if (!isObject(event)) return undefined
  const { source } = event as {
    source?: { groupId?: string; roomId?: string; userId?: string }
  }
  return source?.groupId ?? source?.roomId ?? source?.userId
}
