/** Everything that went wrong, each thing once. */
import type { CallRecord, FailureRecord, WebhookRecord } from '../../emulator/index.js'
import { outcomeOf } from './records.js'
import type { Story } from './stories.js'

export interface Trouble {
  record: CallRecord | WebhookRecord | FailureRecord
  story: Story
}

const keyOf = ({ problems }: CallRecord | FailureRecord): string =>
  JSON.stringify(problems.map(({ path, code, message }) => [path, code, message]))

function troublesOf(story: Story): Trouble[] {
  const { webhook, rows } = story
  const failures = rows.filter((row) => row.type === 'failure')
  const explained = new Set(failures.filter(({ problems }) => problems.length > 0).map(keyOf))
  const hasError = failures.some(({ severity }) => severity === 'error')
  const bad = rows.filter(
    (row) =>
      row.type === 'failure' ||
      (row.problems.length > 0 && !explained.has(keyOf(row))) ||
      (row.problems.length === 0 && outcomeOf(row) === 'bad' && !hasError),
  )
  // A failure says more than the status of the webhook.
  const isBadWebhook = webhook && outcomeOf(webhook) === 'bad' && !hasError
  return [...(isBadWebhook ? [webhook] : []), ...bad].map((record) => ({ record, story }))
}

export const troublesIn = (stories: readonly Story[]): Trouble[] => stories.flatMap(troublesOf)
