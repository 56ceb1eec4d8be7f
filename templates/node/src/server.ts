/** The program of the bot: a server for LINE's webhooks. */
import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { toNodeListener } from 'fukidashi/webhook'
import { bot } from './bot.js'

if (existsSync('.env')) process.loadEnvFile()

const server = createServer(toNodeListener(bot))
server.listen(Number(process.env.PORT ?? 3000), () => {
  console.log(`The bot waits for webhooks on port ${(server.address() as AddressInfo).port}.`)
})

// Stops without losing an event: no new requests, then the end of those that are being handled.
const stop = () => {
  server.close(async () => {
    await bot.settled()
    process.exit()
  })
  server.closeIdleConnections()
}
process.once('SIGTERM', stop)
process.once('SIGINT', stop)
