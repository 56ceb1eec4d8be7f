/** Refuses requests of other sites, and host names that point to this machine. */
import type { IncomingMessage } from 'node:http'
import { inUrl, listensEverywhere } from './serve-at.js'

/** Names of this machine. */
const usual = ['127.0.0.1', 'localhost', '[::1]']

export interface GuardOptions {
  /** Address at which the server listens. */
  host: string
  /** Further host names of the server, such as one that a container uses. */
  allowedHosts?: readonly string[] | undefined
  /** Token that every request needs. With one, a server that listens at all addresses can be called at any of them. */
  token?: string | undefined
  /** Whether other sites may link to a path. */
  isLandingPage?: ((path: string) => boolean) | undefined
}

const nameOf = (host: string): string => host.replace(/:\d+$/, '').toLowerCase()

const isLocal = (name: string): boolean => usual.includes(name) || isAddress(name)

/** An address instead of a name: no other site can point it to this machine. */
const isAddress = (name: string): boolean => /^\d{1,3}(?:\.\d{1,3}){3}$|^\[[\da-f:.]+\]$/.test(name)

const refusedSite =
  'Pages of other origins cannot call this server. To open its page, enter the URL by hand.'

/** Creates a check that returns why a request is refused. */
export function guard({
  host: own,
  allowedHosts = [],
  token,
  isLandingPage = () => false,
}: GuardOptions) {
  const isEverywhere = listensEverywhere(own)
  const isOpen = isEverywhere && token !== undefined
  const hosts = isEverywhere ? allowedHosts : [...allowedHosts, inUrl(own)]
  const allowed = hosts.map((name) => name.toLowerCase())
  const names = new Set([...usual, ...allowed])
  // Proxies may call the server by another name than pages. Other ports of a name belong to other programs.
  const proxies = new Set(allowed.filter((name) => !isLocal(name)).map((name) => `https://${name}`))

  return ({ method, url = '', headers }: IncomingMessage): string | undefined => {
    const { host, origin } = headers
    const name = nameOf(host ?? '')
    if (!names.has(name) && !(isOpen && isAddress(name)))
      return `The Host header names another server${name === '' ? '' : `: ${name}`}. To permit it: the option --allow-host NAME of the command, or allowedHosts.`
    const isOwn = origin === undefined || origin === `http://${host}`
    if (!isOwn && !proxies.has(origin)) return refusedSite
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

/** Returns why a request is refused; `undefined` if it is not. */
export type Guard = ReturnType<typeof guard>
