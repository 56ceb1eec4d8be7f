/** The clinic in one process: `npm start`. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { toNodeListener } from 'fukidashi/webhook'
import { createClinic } from '../bot.js'
import { openClinic } from './connect.js'
import { closeServer, onStop } from './stop.js'

const bot = createClinic(openClinic())
const server = createServer(toNodeListener(bot)).listen(Number(process.env['PORT'] ?? 3000), () => {
  console.log(`The clinic waits for webhooks on port ${(server.address() as AddressInfo).port}.`)
})
onStop(async () => {
  await closeServer(server)
  await bot.settled()
})
