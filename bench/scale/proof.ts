/**
 * A crowd talks to a bot of two receivers and two workers, while processes are killed and a fifth of LINE's answers go wrong. Prints what
 * came twice, is missing, or came in the wrong order; ends with 1 if there is any.
 *
 *   npx tsx --conditions fukidashi-source bench/scale/proof.ts [redis|postgres] [events] [kills]
 */
import { talk, wrongIn } from '../../test/queue/crowd.js'
import { startPostgres, startRedis } from '../../test/support/engines.js'
import { queueAt } from '../../test/queue/queue-at.js'

const [, , name = 'redis', eventsText = '20000', killsText = '20'] = process.argv
const users = 200
const texts = Math.ceil(Number(eventsText) / users)
const engine = await (name === 'redis' ? startRedis() : startPostgres())
const report = await talk({
  queueUrl: engine.url,
  queue: await queueAt(engine.url),
  users,
  texts,
  kills: Number(killsText),
  receivers: 2,
  workers: 2,
  faults: 0.2,
  onProgress: (line) => console.log(line),
})
await engine.close()
const counted = (codes: readonly string[]) =>
  ['failed', 'died', 'unsure']
    .map((code) => `${codes.filter((one) => one === code).length} ${code}`)
    .join(', ')
const { twice, missing, disordered } = wrongIn(report)
console.log(
  `${name}: ${users * texts} events in ${report.seconds.toFixed(0)} s; in the dead letters: ${counted(report.reasons)}; ` +
    `messages twice: ${twice.length}; lost: ${missing.length}; out of order: ${disordered.length}`,
)
for (const list of [twice, missing, disordered])
  if (list.length > 0) console.log(list.slice(0, 20).join(' | '))
process.exit(twice.length + disordered.length + missing.length > 0 ? 1 : 0)
