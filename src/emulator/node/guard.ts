/** Refuses requests of other sites, and host names that point to this machine. */
import type { IncomingMessage } from 'node:http'

/** Names of this machine. */
const usual = ['127.0.0.1', 'localhost', '[::1]']

export interface GuardOptions {
  /** Further host names of the server, such as one that a container uses. */
  allowedHosts?: readonly string[] | undefined
  /** Whether other sites may link to a path. */
  isLandingPage?: ((path: string) => boolean) | undefined
}

const nameOf = (host: string): string => host.replace(/:\d+$/, '').toLowerCase()

const refusedSite =
  'Pages of other origins cannot call the emulator. To open its page, enter the URL by hand.'

/** Creates a check that returns why a request is refused. */
export function guard({ allowedHosts = [], isLandingPage = () => false }: GuardOptions) {
  const names = new Set([...usual, ...allowedHosts.map((name) => name.toLowerCase())])

  return ({ method, url = '', headers }: IncomingMessage): string | undefined => {
    const { host, origin } = headers
    if (host === undefined || !names.has(nameOf(host)))
      return 'The Host header names another server. For a bot in a container, set the option allowedHosts.'
    if (origin !== undefined && origin !== `http://${host}`) return refusedSite
    if (isFromHere(headers['sec-fetch-site'])) return undefined
    // A link opens the page at the top level: the other site can neither read nor frame it.
    const isOpened =
      method === 'GET' &&
      headers['sec-fetch-mode'] === 'navigate' &&
      headers['sec-fetch-dest'] === 'document'
    return isOpened && isLandingPage(url) ? undefined : refusedSite
  }
}

/**
 * Browsers say which site a request comes from; `none` is the address bar. Programs say nothing.
 * @see https://www.w3.org/TR/fetch-metadata/#sec-fetch-site-header
 */
const isFromHere = (site: string | string[] | undefined): boolean =>
  site === undefined || site === 'same-origin' || site === 'none'
