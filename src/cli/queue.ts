/** `fukidashi queue`: events that wait, and those that were given up. One file a subcommand, in `queue/`. */
import type { Command } from 'commander'
import { addDead } from './queue/dead.js'
import { addDiscard } from './queue/discard.js'
import { queueHelp } from './queue/open-queue.js'
import { addReplay } from './queue/replay.js'
import { addStatus } from './queue/status.js'

/** Adds `fukidashi queue`. */
export function addQueue(program: Command): void {
  const command = program
    .command('queue')
    .summary('list, replay or discard events that were given up')
    .description(`Events of a queue: those that wait, and those that were given up.\n${queueHelp}`)
    .addHelpText(
      'after',
      `
Examples:
  fukidashi queue status --url redis://127.0.0.1:6379
  fukidashi queue dead
  fukidashi queue replay --all

Exit codes: 0 if all went well, 1 if something failed or an event was not there, 2 for wrong arguments.`,
    )
  addStatus(command)
  addDead(command)
  addReplay(command)
  addDiscard(command)
}
