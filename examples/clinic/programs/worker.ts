/** Handles the events of the queue. Run as many as you like. */
import { consume } from 'fukidashi/queue'
import { createClinic } from '../bot.js'
import { openClinic, openQueue } from './connect.js'
import { onStop } from './stop.js'

const bot = createClinic(openClinic())
const consumer = consume(bot, { queue: openQueue() })
await consumer.ready
console.log('The worker waits for events.')
onStop(async () => {
  await consumer.close()
  await bot.settled()
})
