/** `fukidashi queue dead`. */
import type { Command } from 'commander'
import { plural } from '../../common/words.js'
import type { DeadLetter } from '../../queue/index.js'
import { print } from '../progress.js'
import { wholeNumber } from '../values.js'
import { addQueueOptions, queueHelp, type QueueOptions, withQueue } from './open-queue.js'

interface DeadOptions extends QueueOptions {
  limit: number
  texts?: true
}

/** Adds `fukidashi queue dead`. */
export function addDead(command: Command): void {
  addQueueOptions(
    command
      .command('dead')
      .summary('list events that were given up')
      .description(
        `Lists events that were given up, the newest first: time, id, type, runs, reason. Texts, data of postbacks and ids of users are left out.\n${queueHelp}`,
      )
      .option('--limit <COUNT>', 'list at most so many', wholeNumber, 50)
      .option('--texts', 'print the whole events too, with texts and ids of users'),
    'a list of { id, type, diedAt, attempts, reason }',
  ).action(dead)
}

async function dead({ limit, texts, json, ...options }: DeadOptions): Promise<void> {
  const letters = await withQueue(options, async ({ mailboxes }) => {
    const found: DeadLetter[] = []
    while (found.length < limit + 1) {
      const before = found.at(-1)?.event.id
      const page = await mailboxes.dead({ limit: Math.min(limit + 1 - found.length, 500), before })
      if (page.length === 0) break
      found.push(...page)
    }
    return found
  })
  const rows = letters.slice(0, limit).map((letter) => rowOf(letter, texts))
  if (letters.length > limit) console.error(`There are more. Pass --limit to list more of them.`)
  const text = rows.map(textOf).join('\n')
  await print(json, rows, text || 'No event was given up.')
}

interface DeadRow {
  id: string
  type: string
  diedAt: string
  attempts: number
  reason: DeadLetter['reason']
  event?: unknown
}

function rowOf({ event, attempts, reason, diedAt }: DeadLetter, texts?: true): DeadRow {
  return {
    id: event.id,
    type: typeOf(event.event),
    diedAt: new Date(diedAt).toISOString(),
    attempts,
    reason,
    ...(texts && { event: event.event }),
  }
}

/** The type as filters of a bot have it: `follow`, `message:text`. */
function typeOf(event: unknown): string {
  const { type, message } = Object(event) as { type?: unknown; message?: { type?: unknown } }
  if (typeof type !== 'string') return 'unknown'
  return type === 'message' && typeof message?.type === 'string' ? `${type}:${message.type}` : type
}

/** One line, whatever is in a reason. */
const textOf = ({ id, type, diedAt, attempts, reason, event }: DeadRow): string =>
  [
    `${diedAt}  ${id}  ${type}  ${plural(attempts, 'run')}  ${reason.code}: ${reason.message}`,
    ...(event === undefined ? [] : [`  ${JSON.stringify(event)}`]),
  ]
    .map((line) => line.replace(/\p{Cc}+/gu, ' '))
    .join('\n')
