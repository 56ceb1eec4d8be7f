/** Recent failures. Most often they explain why a bot sent nothing. */
import type { FailureRecord, WebhookRecord } from '../journal.js'
import type { Chat } from '../state/people.js'
import type { World } from '../state/world.js'

/**
 * Why the bot receives nothing from a chat; `undefined` if it does.
 */
export function unheardReason({ state, webhooks }: World, chat: Chat): string | undefined {
  const person = chat.kind === 'user' ? state.people.get(chat.id) : undefined
  if (person?.blocked)
    return `${person.displayName} has blocked the account, so the bot receives nothing from them, and they receive nothing from it. unblocks() ends that.`
  if (!chat.botInside)
    return `The bot is not in ${chat.name ?? chat.id}, so it receives nothing from there. invitesBot() lets it join.`
  return webhooks.silence
}

/** How many records are checked. */
const LATELY = 20

/** Why the bot receives nothing from a chat, and a sentence for each refused call and each failed webhook, oldest first. */
export function failuresOf(world: World, chat: Chat): string[] {
  const { journal } = world
  const reason = unheardReason(world, chat)
  const troubles = journal.records.slice(-LATELY).flatMap((record) => {
    if (record.type === 'webhook') return ofWebhook(record)
    if (record.type === 'failure') return ofBot(record)
    if (record.status < 400 && record.status !== 0) return []
    const { method, path, status, answer, problems } = record
    const why = problems.map((problem) => `\n    ${problem.path}: ${problem.message}`).join('')
    return [`${method} ${path} failed with status ${status}: ${String(answer)}${why}`]
  })
  return reason === undefined ? troubles : [reason, ...troubles]
}

/** An error that a handler threw. What LINE refuses, and what it says about a webhook, has a record of its own. */
function ofBot({ severity, stack, name, message, place }: FailureRecord): string[] {
  if (severity === 'warning' || stack.length === 0 || name === 'LineApiError') return []
  const where = place ? ` (${place.file}:${place.line})` : ''
  return [`The bot failed${where}: ${name}: ${message}`]
}

function ofWebhook({ reason, detail, body }: WebhookRecord): string[] {
  if (reason === 'OK') return []
  const { events } = JSON.parse(body) as { events: { type: string }[] }
  const what = events.map(({ type }) => type).join(', ') || 'verification'
  return reason === undefined
    ? [`The webhook (${what}) is not answered yet.`]
    : [`The webhook (${what}) failed: ${reason} ${detail ?? ''}`.trimEnd()]
}
