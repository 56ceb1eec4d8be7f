// Tests the queue of Cloudflare in workerd, by Miniflare; wants Node 22.
import { startWorker, until, wanted } from './queue-kit.mjs'

const worker = await startWorker('queue-worker.mjs', {
  queueProducers: { EVENTS: 'events' },
  queueConsumers: { events: { maxBatchTimeout: 0, maxRetries: 3 } },
  durableObjects: {
    CONTRACT: { className: 'FukidashiMailboxes', useSQLite: true },
    MAILBOXES: { className: 'Mailboxes', useSQLite: true },
    REFUSED: { className: 'Refused', useSQLite: true },
    SILENT: { className: 'Silent', useSQLite: true },
  },
})
const ask = async (page, values = {}) => {
  const response = await worker.fetch(page, { method: 'POST', body: JSON.stringify(values) })
  if (response.status !== 200) throw new Error(await response.text())
  return response.json()
}

const drained = []
/** Waits until so many drains have begun, and returns their mailboxes. */
const drains = async (count) => {
  await until(`${count} drains`, async () => {
    drained.push(...(await ask('drained')))
    return drained.length >= count
  })
  return drained.splice(0)
}
/** Waits for a drain. Others may come before it: this consumer handles nothing, so events wait on, and are woken again. */
const drainOf = (mailbox) =>
  until(mailbox, async () => {
    drained.push(...(await ask('drained')))
    return drained.includes(mailbox)
  })
const event = (id, mailbox, more) => ({
  id,
  mailbox,
  destination: 'bot',
  timestamp: 1,
  receivedAt: 1,
  event: {},
  ...more,
})

try {
  const results = await ask('contract')
  wanted(
    'the contract of mailboxes',
    results.filter(({ error }) => error !== undefined),
    [],
  )

  const many = Array.from({ length: 250 }, (_, i) => `bot/${i}`)
  await ask('wake', { mailboxes: [...many, ...many] })
  wanted('woken mailboxes', (await drains(250)).sort(), many.sort())

  await ask('fail', { mailboxes: ['bot/1'] })
  await ask('wake', { mailboxes: ['bot/0', 'bot/1', 'bot/2'] })
  wanted('only the one that failed comes again', await drains(4), [
    'bot/0',
    'bot/1',
    'bot/2',
    'bot/1',
  ])

  // Nothing wakes these but the alarms of their objects.
  const lost = Array.from({ length: 20 }, (_, i) => `bot/lost${i}`)
  const events = lost.map((mailbox, i) => event(`lost${i}`, mailbox, { userId: 'U1' }))
  wanted('append', new Set(await ask('append', { events })).has(false), false)
  for (const mailbox of lost) await drainOf(mailbox)
  wanted('forget', await ask('forget', { userId: 'U1' }), 20)

  await ask('append', { binding: 'REFUSED', events: [event('refused', 'bot/refused')] })
  await drainOf('bot/refused')

  await ask('append', { binding: 'SILENT', events: [event('silent', 'bot/silent')] })
  let warnings = []
  await until('a warning', async () => (warnings = await ask('warnings')).length > 0)
  wanted('what the warning names', /no binding EVENTS .*scheduled/.test(warnings[0]), true)

  await worker.scheduled()
  await drainOf('sweep of 5 bindings')
  wanted('what went wrong is printed', await ask('errors'), [
    'fukidashi: a mailbox could not be drained. It is woken again.',
    'fukidashi: wake-ups of mailboxes could not be sent. They are sent again later.',
  ])
  console.log(`${results.length + 8} tests of queues`)
} finally {
  await worker.stop()
}
