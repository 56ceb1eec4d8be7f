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

/** Addresses for all interfaces of a machine, and the address at which the machine itself reaches such a server. */
const loopback: Readonly<Record<string, string>> = { '0.0.0.0': '127.0.0.1', '[::]': '[::1]' }

/** A host as it is in URLs and `Host` headers: an IPv6 address is in brackets and as short as possible. */
export function inUrl(host: string): string {
  const name = host.includes(':') ? `[${host}]` : host
  // URLs have no form for a zone, as in fe80::1%eth0.
  return URL.canParse(`http://${name}`) ? new URL(`http://${name}`).hostname : name
}

/** True for an address that means all interfaces of a machine. */
export const listensEverywhere = (host: string): boolean => Object.hasOwn(loopback, inUrl(host))

/** The URL at which this machine reaches a server. */
export const urlAt = (host: string, port: number): string =>
  `http://${loopback[inUrl(host)] ?? inUrl(host)}:${port}`

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
