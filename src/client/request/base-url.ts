import type { Host } from '../../endpoints/index.js'
import { badOption } from '../errors/argument-error.js'
import { describeArgument } from '../errors/describe-argument.js'
import type { Base } from '../transport/index.js'

const official: Record<Host, string> = {
  api: 'https://api.line.me',
  data: 'https://api-data.line.me',
  manager: 'https://manager.line.biz',
}

/** One URL for all three hosts, or one for each of some hosts. */
export type BaseUrl = string | URL | { [host in Host]?: string | URL | undefined }

/** Tests for one of LINE's own hosts. */
export const isOfficial = (base: Base): boolean => Object.values(official).includes(base.href)

/** Reads the URLs of the three hosts. */
export function basesOf(baseUrl: BaseUrl | undefined): Record<Host, Base> {
  if (baseUrl !== undefined && typeof baseUrl !== 'string' && typeof baseUrl !== 'object')
    throw notAnAddress(describeArgument(baseUrl))
  if (baseUrl === null) throw notAnAddress('null')
  const one = typeof baseUrl === 'string' || baseUrl instanceof URL ? baseUrl : undefined
  const some = one === undefined ? (baseUrl as Partial<Record<Host, string | URL>> | undefined) : {}
  const base = (host: Host) => baseOf(one ?? some?.[host] ?? official[host])
  return { api: base('api'), data: base('data'), manager: base('manager') }
}

function baseOf(value: string | URL): Base {
  const url = parsed(String(value))
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:') || url.search || url.hash)
    throw notAnAddress(`"${withoutSecrets(String(value))}"`)
  if (url.username || url.password) throw badOption('baseUrl must not hold a user name or password')
  const prefix = url.pathname.replace(/\/+$/, '')
  return {
    href: url.origin + prefix,
    protocol: url.protocol,
    host: url.host,
    hostname: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port,
    prefix,
  }
}

/** An address without the parts that may be secret. */
const withoutSecrets = (address: string) =>
  address
    .slice(0, 200)
    .replace(/\/\/[^/]*@/, '//')
    .replace(/[?#].*$/s, '?…')

const notAnAddress = (what: string) =>
  badOption(
    `baseUrl ${what} is not an address such as http://127.0.0.1:4000 or https://example.com/line`,
  )

function parsed(text: string): URL | undefined {
  try {
    return new URL(text)
  } catch {
    return undefined
  }
}
