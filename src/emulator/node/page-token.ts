/** A token that opens the page and the control API, for servers that other machines can reach. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { sameText } from '../../common/same-text.js'
import { CONTROL } from '../control/control.js'

/** Whether a path belongs to the page or the control API. LINE's own operations need a channel access token. */
const isGuarded = (path: string): boolean =>
  path === '/' || path === CONTROL || path.startsWith(`${CONTROL}/`)

const queryOf = (url: string): URLSearchParams => new URLSearchParams(url.split('?')[1] ?? '')

/** Cookies are shared by all ports of a host, so the name has the port. */
const cookieName = ({ socket }: IncomingMessage): string => `fukidashi-${socket.localPort ?? 0}`

/** Returns whether a request may pass: it has the token as a cookie, in its address or as a bearer token, or needs none. */
export function hasToken(request: IncomingMessage, token: string): boolean {
  const { url = '', headers } = request
  const [path = ''] = url.split('?')
  if (!isGuarded(path)) return true
  const cookie = headers.cookie
    ?.split(/;\s*/)
    .find((one) => one.startsWith(`${cookieName(request)}=`))
    ?.split('=')[1]
  const [, bearer] = /^Bearer (\S+)$/i.exec(headers.authorization ?? '') ?? []
  return [cookie, bearer, queryOf(url).get('token')].some(
    (value) => typeof value === 'string' && sameText(token, value),
  )
}

/** Keeps the token of an address in a cookie, and removes it from the address. Returns `true` if it has answered. */
export function keepToken(
  request: IncomingMessage,
  response: ServerResponse,
  token: string,
): boolean {
  const { url = '', method } = request
  if (method !== 'GET' || url.split('?')[0] !== '/' || !queryOf(url).has('token')) return false
  response.writeHead(302, {
    location: '/',
    'set-cookie': `${cookieName(request)}=${token}; Path=/; HttpOnly; SameSite=Strict`,
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
  })
  response.end()
  return true
}
