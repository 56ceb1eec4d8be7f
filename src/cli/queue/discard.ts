/** `fukidashi queue discard`. */
import type { Command } from 'commander'
import { plural } from '../../common/words.js'
import { confirm } from '../confirm.js'
import { print } from '../progress.js'
import { addChoice, checkChoice, type ChosenOptions, chosenIds, resultOf } from './chosen.js'
import { queueHelp, withQueue } from './open-queue.js'

interface DiscardOptions extends ChosenOptions {
  yes?: true
}

/** Adds `fukidashi queue discard`. */
export function addDiscard(command: Command): void {
  addChoice(
    command
      .command('discard')
      .summary('delete events that were given up')
      .description(`Deletes events that were given up.\n${queueHelp}`)
      .option('--yes', 'do not ask'),
    '{ discarded, missing }, lists of ids',
  ).action(discard)
}

async function discard(ids: readonly string[], options: DiscardOptions): Promise<void> {
  const { all = false, yes = false, json } = options
  checkChoice('discard', ids, all)
  const discarded: string[] = []
  const missing: string[] = []
  const isDone = await withQueue(options, async ({ mailboxes }) => {
    const chosen = await chosenIds(mailboxes, ids, all)
    const question = `Delete ${plural(chosen.length, 'event')}?`
    if (!yes && chosen.length > 0 && !(await confirm('discard', question))) return false
    for (const id of chosen) ((await mailboxes.discard(id)) ? discarded : missing).push(id)
    return true
  })
  if (!isDone) await print(false, {}, 'Nothing was deleted.', 1)
  const text = resultOf('deleted', discarded.length, missing)
  await print(json, { discarded, missing }, text, missing.length > 0 ? 1 : 0)
}
