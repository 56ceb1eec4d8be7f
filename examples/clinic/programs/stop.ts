/** Stops a process when it is asked to: `SIGTERM` of a deployment, Ctrl-C. */
import type { Server } from 'node:http'
import { closeAll } from './connect.js'

/** Calls `stop`, which finishes what is being done, then closes the connections. */
export function onStop(stop: () => Promise<unknown>): void {
  let isStopping = false
  const begin = () => {
    if (isStopping) return
    isStopping = true
    void stop()
      .then(closeAll)
      .finally(() => process.exit())
  }
  process.on('SIGTERM', begin)
  process.on('SIGINT', begin)
}

/** Takes no more requests, and waits for those that are being answered. */
export const closeServer = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
  })
