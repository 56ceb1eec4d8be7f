/** Checks that all mailboxes share, so that a mistake is the same error in each. */
import { numberProblem } from '../common/options.js'
import { longestTime, textProblem } from '../store/checks.js'
import type { QueuedEvent } from './adapter.js'
import { QueueError } from './errors.js'

const fail = (problem: string | undefined): void => {
  if (problem !== undefined) throw new QueueError('argument_invalid', problem)
}

/** @throws {QueueError} `argument_invalid` */
export const checkText = (name: string, value: unknown): void => fail(textProblem(name, value))

/** @throws {QueueError} `argument_invalid` */
export const checkTime = (name: string, value: unknown): void =>
  fail(numberProblem(name, value, { min: 0, max: longestTime, unit: 'milliseconds' }))

/** @throws {QueueError} `argument_invalid` */
export const checkLimit = (value: unknown): void =>
  fail(numberProblem('limit', value, { min: 1, max: 100_000, whole: true }))

/** @throws {QueueError} `argument_invalid` */
export function checkEvent(queued: QueuedEvent): void {
  const { id, mailbox, destination, userId, timestamp, receivedAt } = queued
  checkText('id', id)
  checkText('mailbox', mailbox)
  if (destination !== '') checkText('destination', destination)
  if (userId !== undefined && userId !== '') checkText('userId', userId)
  for (const [name, value] of Object.entries({ timestamp, receivedAt }))
    fail(numberProblem(name, value, { unit: 'milliseconds' }))
}
