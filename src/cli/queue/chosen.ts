/** Events that were given up, as they are chosen on the command line: by id, or all. */
import type { Command } from 'commander'
import type { Mailboxes } from '../../queue/index.js'
import { plural } from '../../common/words.js'
import { UsageError } from '../usage-error.js'
import { addQueueOptions, type QueueOptions } from './open-queue.js'

/** Options of commands that work with chosen events. */
export interface ChosenOptions extends QueueOptions {
  all?: true
}

/** Adds the arguments and options with the choice. */
export const addChoice = (command: Command, json: string): Command =>
  addQueueOptions(
    command
      .argument('[ids...]', 'ids of the events, as fukidashi queue dead lists them')
      .option('--all', 'all events that were given up'),
    json,
  )

/** @throws {UsageError} */
export function checkChoice(command: string, ids: readonly string[], all: boolean): void {
  if (all === ids.length > 0)
    throw new UsageError(
      all ? `Pass ids or --all, not both.` : `Pass the ids of events to ${command}, or --all.`,
    )
}

/** The ids that were chosen, each once. The oldest first, if all are. */
export async function chosenIds(
  mailboxes: Mailboxes,
  ids: readonly string[],
  all: boolean,
): Promise<string[]> {
  if (!all) return [...new Set(ids)]
  // All before the first is taken: what is given up again meanwhile is not taken twice.
  const found: string[] = []
  for (;;) {
    const page = await mailboxes.dead({ limit: 500, before: found.at(-1) })
    if (page.length === 0) return found.reverse()
    found.push(...page.map(({ event }) => event.id))
  }
}

/** The result as text. */
export function resultOf(done: string, count: number, missing: readonly string[]): string {
  const lines = [`${plural(count, 'event')} ${done}.`]
  if (missing.length > 0) lines.push(`Not among the events that were given up: ${missing.join()}`)
  return lines.join('\n')
}
