/** `fukidashi queue status`. */
import type { Command } from 'commander'
import { counted } from '../../common/words.js'
import type { QueueCounts } from '../../queue/index.js'
import { print } from '../progress.js'
import { addQueueOptions, queueHelp, type QueueOptions, withQueue } from './open-queue.js'

/** Adds `fukidashi queue status`. */
export function addStatus(command: Command): void {
  addQueueOptions(
    command
      .command('status')
      .summary('count the events')
      .description(`Counts the events that wait, and those that were given up.\n${queueHelp}`),
    '{ waiting, mailboxes, dead, oldestMs }',
  ).action(status)
}

async function status(options: QueueOptions): Promise<void> {
  const counts = await withQueue(options, ({ mailboxes }) => mailboxes.counts())
  await print(options.json, counts, textOf(counts))
}

function textOf({ waiting, mailboxes, dead, oldestMs }: QueueCounts): string {
  const oldest = waiting === 0 ? '' : ` The oldest came ${ageOf(oldestMs)} ago.`
  return [
    `Waiting: ${counted(waiting)}, of ${counted(mailboxes)} users, groups and rooms.${oldest}`,
    `Given up: ${counted(dead)}.${dead === 0 ? '' : ' List them: fukidashi queue dead'}`,
  ].join('\n')
}

/** `12 s`, `3 min`, `5 h`, `2 d`. */
function ageOf(ms: number): string {
  const s = ms / 1000
  if (s < 120) return `${Math.round(s)} s`
  if (s < 7_200) return `${Math.round(s / 60)} min`
  return s < 172_800 ? `${Math.round(s / 3_600)} h` : `${Math.round(s / 86_400)} d`
}
