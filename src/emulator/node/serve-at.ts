/** Starts servers at an address, and names it as URLs do. */
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A server that listens. */
export interface Serving {
  /** `http://127.0.0.1:4000` */
  readonly url: string
  readonly port: number
  /** Ends the server and its connections. */
  close(): Promise<void>
}

/** What stands for all addresses of a machine, and how the machine itself reaches it. */
const loopback: Readonly<Record<string, string>> = { '0.0.0.0': '127.0.0.1', '::': '[::1]' }

/** True for the address that stands for all addresses of a machine. */
export const listensEverywhere = (host: string): boolean => Object.hasOwn(loopback, host)

/** A host as it is in URLs and `Host` headers: IPv6 addresses in brackets. */
export const inUrl = (host: string): string => (host.includes(':') ? `[${host}]` : host)

/** The URL at which this machine reaches a server. */
export const urlAt = (host: string, port: number): string =>
  `http://${loopback[host] ?? inUrl(host)}:${port}`

/** Starts a server. @throws {Error} of Node, with its `code`, if it cannot listen */
export async function serveAt(server: Server, port: number, host: string): Promise<Serving> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
  // For example too many open files: the next connection may succeed.
  server.on('error', (error) => console.error('fukidashi:', error.message))
  const { port: actual } = server.address() as AddressInfo
  return {
    url: urlAt(host, actual),
    port: actual,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
