import { unsetAdvice, variable } from '../../common/env.js'
import type { Host } from '../../endpoints/index.js'
import { badOption, type LineArgumentError } from '../errors/argument-error.js'
import { describeArgument } from '../errors/describe-argument.js'
import type { Base } from '../transport/index.js'
import { isLocalHost } from './local-host.js'

const official: Record<Host, string> = {
  api: 'https://api.line.me',
  data: 'https://api-data.line.me',
  manager: 'https://manager.line.biz',
}

/** One URL for all three hosts, or one for each of some hosts. */
export type BaseUrl = string | URL | { [host in Host]?: string | URL | undefined }

/** The URLs of the three hosts. */
export type Bases = Readonly<Record<Host, Base>>

/** Tests for one of LINE's own hosts. */
export const isOfficial = (base: Base): boolean => Object.values(official).includes(base.href)

/**
 * Reads the URLs of the three hosts: from `baseUrl`, from `LINE_API_BASE_URL` if the option is absent, else LINE's own.
 *
 * @returns a function that returns them; it throws if `baseUrl` is `undefined`, which must not mean LINE's own hosts
 * @throws {LineArgumentError} `option_invalid`
 */
export function basesOf(options: { baseUrl?: BaseUrl | undefined; env?: unknown }): () => Bases {
  const { baseUrl } = options
  if (baseUrl === undefined && 'baseUrl' in options)
    return () => {
      throw badOption(
        `baseUrl is undefined; ${unsetAdvice}. Leave the option out for LINE's own hosts, or for LINE_API_BASE_URL`,
      )
    }
  const bases = baseUrl === undefined ? basesOfEnvironment(options.env) : basesFrom(baseUrl)
  return () => bases
}

function basesFrom(baseUrl: BaseUrl): Bases {
  if (typeof baseUrl !== 'string' && (typeof baseUrl !== 'object' || baseUrl === null))
    throw invalidUrl('baseUrl', describeArgument(baseUrl))
  const one = typeof baseUrl === 'string' || baseUrl instanceof URL ? baseUrl : undefined
  const some: Partial<Record<Host, string | URL | undefined>> =
    one === undefined ? (baseUrl as object) : {}
  const base = (host: Host) => readBase('baseUrl', one ?? some[host] ?? official[host])
  return { api: base('api'), data: base('data'), manager: base('manager') }
}

/** A variable must not send tokens to a stranger, so it may only name a host of this machine or network. */
function basesOfEnvironment(env: unknown): Bases {
  const name = 'LINE_API_BASE_URL'
  const value = variable(name, env)
  if (value === undefined) return basesFrom(official)
  const base = readBase(name, value)
  if (!isLocalHost(new URL(base.href)))
    throw badOption(
      `${name} ${base.host} is not permitted. Use localhost, a loopback or private IP address, a name without a dot, or ` +
        'host.docker.internal; for another host, pass new LineClient({ baseUrl })',
    )
  return { api: base, data: base, manager: base }
}

function readBase(name: string, value: string | URL): Base {
  const url = parsed(String(value))
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:') || url.search || url.hash)
    throw invalidUrl(name, `"${withoutSecrets(String(value))}"`)
  if (url.username || url.password)
    throw badOption(`${name} must not contain a user name or password`)
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

/** A URL without the parts that may be secret. */
const withoutSecrets = (url: string) =>
  url
    .slice(0, 200)
    .replace(/\/\/[^/]*@/, '//')
    .replace(/[?#].*$/s, '?…')

const invalidUrl = (name: string, what: string): LineArgumentError =>
  badOption(
    `${name} ${what} is not a URL such as http://127.0.0.1:4000 or https://example.com/line`,
  )

function parsed(text: string): URL | undefined {
  try {
    return new URL(text)
  } catch {
    return undefined
  }
}
