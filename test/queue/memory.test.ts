import { describe, expect, it } from 'vitest'
import { mailboxContract, memoryQueue, QueueError } from 'fukidashi/queue'
import { FakeClock } from '../webhook/support.js'

describe('mailboxes in memory', () => {
  const clock = new FakeClock()
  const { mailboxes } = memoryQueue({ clock })
  for (const { name, run } of mailboxContract(() => mailboxes, { pass: (ms) => clock.pass(ms) }))
    it(name, run)
})

describe('mailboxes with the clock of the machine', () => {
  const { mailboxes } = memoryQueue()
  for (const { name, run } of mailboxContract(() => mailboxes, { shortMs: 50 })) it(name, run)
})

it('refuses options that it does not have', () => {
  expect(() => memoryQueue({ max: 0 })).toThrow(QueueError)
  expect(() => memoryQueue({ maxx: 1 } as never)).toThrow('Did you mean max?')
})
