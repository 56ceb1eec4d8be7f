/** Addresses of servers that commands start: options, and URLs to open. */
import { networkInterfaces } from 'node:os'
import { listensEverywhere } from '../emulator/node/page-server.js'
import { UsageError } from './usage-error.js'

/** Options as they are on the command line. */
export interface AddressOptions {
  port: string
  host?: string
  allowHost?: string[]
}

const isLoopback = (host: string): boolean => /^(?:127\.\d+\.\d+\.\d+|localhost|::1)$/.test(host)

/** @throws {UsageError} */
export function checkAddress(values: AddressOptions) {
  const { host = '127.0.0.1', allowHost: allowedHosts = [] } = values
  const port = Number(values.port)
  if (!/^\d+$/.test(values.port) || port > 65_535)
    throw new UsageError('--port must be a number from 0 to 65535.')
  if (!/^[\w.:-]+$/.test(host))
    throw new UsageError('--host must be an address of this machine, such as 0.0.0.0 for all.')
  const wrong = allowedHosts.find((name) => !/^[\w-]+(?:\.[\w-]+)*$/.test(name))
  if (wrong !== undefined)
    throw new UsageError(
      `--allow-host must be a host name without scheme and port, such as my-box.internal, not ${JSON.stringify(wrong)}.`,
    )
  return {
    port,
    host,
    allowedHosts,
    /** Other machines can reach the server, or a name of it is public. */
    isShared: !isLoopback(host) || allowedHosts.length > 0,
  }
}

/** Addresses at which other machines reach a server that listens on all. */
const networkAddresses = (host: string): string[] =>
  listensEverywhere(host)
    ? Object.values(networkInterfaces())
        .flatMap((addresses) => addresses ?? [])
        .filter(({ family, internal }) => family === 'IPv4' && !internal)
        .map(({ address }) => address)
    : []

/** Addresses of the page: that of this machine first. */
export function pagesOf(
  server: { readonly url: string; readonly port: number },
  host: string,
  token: string | undefined,
): string[] {
  const others = networkAddresses(host).map((address) => `http://${address}:${server.port}`)
  const end = token === undefined ? '' : `/?token=${token}`
  return [server.url, ...others].map((url) => url + end)
}

/** Collects the values of an option that can be repeated. */
export const collect = (name: string, names: string[] = []): string[] => [...names, name]
