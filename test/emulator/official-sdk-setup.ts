/** A server of the emulator, and a client of the official SDK for it. */

import { LineBotClient } from '@line/bot-sdk'
import { afterEach } from 'vitest'
import { createEmulator, type Emulator, type EmulatorOptions } from '../../src/emulator/index.js'
import { type EmulatorServer, listen } from '../../src/emulator/node/index.js'

/** Closed after each test. */
export const open: { close(): unknown }[] = []
afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
})

export interface Setup {
  line: Emulator
  server: EmulatorServer
  client: LineBotClient
}

export async function serve(options: EmulatorOptions = {}): Promise<Setup> {
  const line = createEmulator(options)
  const server = await listen(line)
  open.push(server)
  const client = LineBotClient.fromChannelAccessToken({
    channelAccessToken: line.account.channelAccessToken,
    apiBaseURL: server.url,
    dataApiBaseURL: server.url,
    managerBaseURL: server.url,
  })
  return { line, server, client }
}
