/** `fukidashi queue replay`. */
import type { Command } from 'commander'
import type { QueueAdapter } from '../../queue/index.js'
import { print } from '../progress.js'
import { addChoice, checkChoice, type ChosenOptions, chosenIds, resultOf } from './chosen.js'
import { queueHelp, withQueue } from './open-queue.js'

/** Adds `fukidashi queue replay`. */
export function addReplay(command: Command): void {
  addChoice(
    command
      .command('replay')
      .summary('handle events again that were given up')
      .description(
        `Puts events that were given up back into the queue, and wakes a worker. Their reply tokens are over by then: ctx.reply needs { push: 'late' }.\n${queueHelp}`,
      ),
    '{ replayed, missing }, lists of ids',
  ).action(replay)
}

/** Largest number of events that are put back before their workers are woken. */
const batch = 100

async function replay(ids: readonly string[], options: ChosenOptions): Promise<void> {
  const { all = false, json } = options
  checkChoice('replay', ids, all)
  const replayed: string[] = []
  const missing: string[] = []
  let isWoken = true
  await withQueue(options, async (queue) => {
    const chosen = await chosenIds(queue.mailboxes, ids, all)
    for (let at = 0; at < chosen.length; at += batch) {
      const boxes = new Set<string>()
      for (const id of chosen.slice(at, at + batch)) {
        const box = await queue.mailboxes.replay(id)
        if (box !== undefined) boxes.add(box)
        ;(box === undefined ? missing : replayed).push(id)
      }
      if (!(await wake(queue, [...boxes]))) isWoken = false
    }
  })
  const text = resultOf('put back into the queue', replayed.length, missing)
  await print(json, { replayed, missing }, text, missing.length > 0 || !isWoken ? 1 : 0)
}

/** @returns whether workers are woken */
async function wake(queue: QueueAdapter, boxes: readonly string[]): Promise<boolean> {
  try {
    await queue.wake(boxes)
    return true
  } catch (error) {
    console.error(
      `The events are in the queue, but no worker was woken: ${(error as Error).message} They are handled after the next sweep, within two minutes.`,
    )
    return false
  }
}
