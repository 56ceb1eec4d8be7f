/** Sends with Node's own http client over connections that are kept: a sixth of the CPU of its `fetch`. */
import type http from 'node:http'
import type { Duplex } from 'node:stream'
import type { Clock } from '../../common/clock.js'
import {
  createTransport as createFetchTransport,
  type TransportOptions as FetchOptions,
} from './fetch.js'
import { streamOf } from './stream.js'
import {
  type Base,
  type Exchange,
  type Transport,
  TransportError,
  type WireAnswer,
  type WireRequest,
} from './transport.js'

export interface TransportOptions extends FetchOptions {
  /** An `http.Agent` or `https.Agent`: for a proxy, own certificates, a limit of connections. */
  agent?: unknown
}

/** Which transport was loaded; a test in each runtime asks. */
export const kind: string = 'node'

/** They take longer to load than the rest of the client: each is loaded by the first request that needs it. */
const modules: Record<Base['protocol'], () => typeof http> = {
  'http:': () => process.getBuiltinModule('node:http'),
  'https:': () => process.getBuiltinModule('node:https') as unknown as typeof http,
}

/** Bytes written at once, so that an upload shows its progress. */
const piece = 65_536

export function createTransport(options: TransportOptions): Transport {
  if (options.fetch) return createFetchTransport(options)
  const given = options.agent as http.Agent | undefined
  const agents = new Map<string, http.Agent>()
  const agentFor = ({ protocol }: Base) => {
    let agent = agents.get(protocol)
    if (!agent) {
      agent = new (modules[protocol]().Agent)({ keepAlive: true })
      agents.set(protocol, agent)
      idleSince(agent, options.clock)
    }
    dropIdle(agent, options.clock)
    return agent
  }
  return (request) => send(request, given ?? agentFor(request.base))
}

/**
 * Milliseconds after which a connection is not used again. Who listens there may have closed it, and a process that stood still
 * meanwhile, as on Lambda, has not heard of it: a reply would be lost, for it must not be sent twice.
 */
const longIdle = 10_000

const idle = new WeakMap<Duplex, number>()

/** Notes since when the connections of an agent are idle. */
function idleSince(agent: http.Agent, clock: Clock): void {
  agent.on('free', (socket: Duplex) => idle.set(socket, clock.now()))
}

/** The first of the free connections have been so for the longest time; the agent takes the last. */
function dropIdle({ freeSockets }: http.Agent, clock: Clock): void {
  for (const name in freeSockets)
    for (const socket of freeSockets[name]!) {
      if (clock.now() - (idle.get(socket) ?? 0) < longIdle) break
      socket.destroy()
    }
}

function send(request: WireRequest, agent: http.Agent): Exchange {
  const { base, body, method } = request
  const secure = base.protocol === 'https:'
  const client = modules[base.protocol]().request({
    agent,
    hostname: base.hostname,
    port: base.port || (secure ? 443 : 80),
    path: base.prefix + request.path,
    method,
    // A list is written as it stands: no object of headers is made of it, checked and read again.
    headers: headersOf(request) as unknown as http.OutgoingHttpHeaders,
  })

  // From the moment there is a connection the request may be on its way.
  let left = false
  client.on('socket', (socket) => {
    if (socket.connecting)
      socket.once(secure ? 'secureConnect' : 'connect', () => {
        left = true
      })
    else left = true
  })

  let cancelled: { reason: unknown } | undefined
  const answer = new Promise<WireAnswer>((resolve, reject) => {
    client.on('response', (response) => receive(response, request, resolve, reject))
    client.on('error', (error) => {
      reject(new TransportError(cancelled ? cancelled.reason : error, left))
    })
  })

  if (typeof body === 'string' || body === undefined) client.end(body)
  else write(client, body, request)

  return {
    answer,
    cancel(reason) {
      cancelled = { reason }
      client.destroy(reason instanceof Error ? reason : new Error('cancelled'))
    },
  }
}

/** Names and values in turn. What says no length may be answered with 411, an empty POST too. */
function headersOf({ base, method, headers, body }: WireRequest): string[] {
  const list = ['host', base.host]
  for (const name in headers) if (name !== 'host') list.push(name, headers[name]!)
  if (body !== undefined)
    list.push(
      'content-length',
      String(typeof body === 'string' ? Buffer.byteLength(body) : body.length),
    )
  else if (method !== 'GET' && method !== 'DELETE') list.push('content-length', '0')
  return list
}

function write(client: http.ClientRequest, body: Uint8Array, { onProgress }: WireRequest): void {
  let at = 0
  const more = () => {
    onProgress?.()
    while (at < body.length) {
      const flows = client.write(body.subarray(at, (at += piece)))
      if (!flows) {
        client.once('drain', more)
        return
      }
    }
    client.end()
  }
  more()
}

function receive(
  response: http.IncomingMessage,
  request: WireRequest,
  resolve: (answer: WireAnswer) => void,
  reject: (error: unknown) => void,
): void {
  const status = response.statusCode ?? 0
  const header = (name: string) => {
    const value = response.headers[name]
    return Array.isArray(value) ? value[0] : value
  }
  if (request.stream && status === 200) {
    const chunks = response[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>
    const next = async () => {
      const chunk = await chunks.next()
      return chunk.done ? undefined : chunk.value
    }
    const cancel = () => void response.destroy()
    // Nobody may be listening between two reads; an error then is told at the next one.
    response.on('error', () => undefined)
    resolve({ status, header, text: '', stream: streamOf(next, cancel, request) })
    return
  }
  const chunks: Buffer[] = []
  const text = () => (chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)).toString()
  response.on('data', (chunk: Buffer) => {
    chunks.push(chunk)
    request.onProgress?.()
  })
  response.on('end', () => resolve({ status, header, text: text() }))
  response.on('error', (error) => {
    if (status >= 300) resolve({ status, header, text: text() })
    else reject(new TransportError(error, true, status))
  })
}
