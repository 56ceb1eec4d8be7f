/** Recent failures. Most often they explain why a bot sent nothing. */
import type { WebhookRecord } from '../journal.js'
import type { World } from '../state/world.js'

/** How many records are checked. */
const LATELY = 20

/** A sentence for each refused call and each failed webhook, oldest first. */
export function failuresOf({ journal, webhooks }: World): string[] {
  const { silence } = webhooks
  const troubles = journal.records.slice(-LATELY).flatMap((record) => {
    if (record.type === 'webhook') return ofWebhook(record)
    if (record.status < 400 && record.status !== 0) return []
    const { method, path, status, answer, problems } = record
    const why = problems.map((problem) => `\n    ${problem.path}: ${problem.message}`).join('')
    return [`${method} ${path} failed with status ${status}: ${String(answer)}${why}`]
  })
  return silence === undefined ? troubles : [silence, ...troubles]
}

function ofWebhook({ reason, detail, body }: WebhookRecord): string[] {
  if (reason === 'OK') return []
  const { events } = JSON.parse(body) as { events: { type: string }[] }
  const what = events.map(({ type }) => type).join(', ') || 'verification'
  return reason === undefined
    ? [`The webhook (${what}) is not answered yet.`]
    : [`The webhook (${what}) failed: ${reason} ${detail ?? ''}`.trimEnd()]
}
