/** Keeps the web out: other sites' pages, and names that point here to look like this site. */
import type { IncomingMessage } from 'node:http'

/** Names under which this machine calls itself. */
const usual = ['127.0.0.1', 'localhost', '[::1]']

export interface GuardOptions {
  /** Names under which the server may be called beside those of this machine, as from a container. */
  allowedHosts?: readonly string[] | undefined
  /** Path of a page that other sites send people to. */
  isLandingPage?: ((path: string) => boolean) | undefined
}

const nameOf = (host: string): string => host.replace(/:\d+$/, '').toLowerCase()

const refusedSite =
  'Pages of other origins may not call the emulator. To open its page, enter the address by hand.'

/** Makes a check that says why a request is refused, or nothing. */
export function guard({ allowedHosts = [], isLandingPage = () => false }: GuardOptions) {
  const names = new Set([...usual, ...allowedHosts.map((name) => name.toLowerCase())])

  return ({ method, url = '', headers }: IncomingMessage): string | undefined => {
    const { host, origin } = headers
    if (host === undefined || !names.has(nameOf(host)))
      return 'The Host header names another server. A bot in a container needs the option allowedHosts.'
    if (origin !== undefined && origin !== `http://${host}`) return refusedSite
    if (isFromHere(headers['sec-fetch-site'])) return undefined
    // A link of a site opens this page as a page of its own; nothing of it can be read or framed by that site.
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
