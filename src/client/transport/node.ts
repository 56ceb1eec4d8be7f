/** Sends with Node's own http client over connections that are kept: a sixth of the CPU of its `fetch`. */
import type http from 'node:http'
import type { Duplex } from 'node:stream'
import type { Clock } from '../../common/clock.js'
import { elapsed, type Moment, momentOf } from '../elapsed.js'
import { BodyText, compressed, encodingOf, isStreamed, lengthOf, type Receiver } from './body.js'
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
  /** An `http.Agent` or `https.Agent`: for a proxy, your own certificates, or a limit on connections. */
  agent?: unknown
}

/** Name of the loaded transport, for the tests of each runtime. */
export const kind: string = 'node'

/** Loaded by the first request that needs them, because they take longer to load than the rest of the client. */
const modules: Record<Base['protocol'], () => typeof http> = {
  'http:': () => process.getBuiltinModule('node:http'),
  'https:': () => process.getBuiltinModule('node:https') as unknown as typeof http,
}

/** Bytes written at once, so that an upload shows its progress. */
const piece = 65_536

export function createTransport(options: TransportOptions): Transport {
  if (options.fetch) return createFetchTransport(options)
  const ownAgent = options.agent as http.Agent | undefined
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
  return (request) => {
    try {
      return send(request, ownAgent ?? agentFor(request.base))
    } catch (error) {
      // Such as an agent for another protocol: refused before anything was sent.
      const answer = Promise.reject<WireAnswer>(new TransportError(error, false))
      return { answer, cancel: () => undefined }
    }
  }
}

/**
 * Milliseconds after which an idle connection is not used again. The server may have closed it, and a process that was suspended
 * meanwhile, as on Lambda, does not know: a reply would be lost, because it must not be sent twice.
 */
const longIdle = 10_000

const idle = new WeakMap<Duplex, Moment>()

/** Records when the connections of an agent become idle. */
function idleSince(agent: http.Agent, clock: Clock): void {
  agent.on('free', (socket: Duplex) => idle.set(socket, momentOf(clock)))
}

/** Closes idle connections. The first ones have been idle for the longest time; the agent uses the last. */
function dropIdle({ freeSockets }: http.Agent, clock: Clock): void {
  for (const name in freeSockets)
    for (const socket of freeSockets[name]!) {
      const since = idle.get(socket)
      if (since && elapsed(since, clock) < longIdle) break
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
    // An array is written unchanged: Node makes no object of it.
    headers: headersOf(request) as unknown as http.OutgoingHttpHeaders,
  })

  // Once there is a connection, the request may have been sent.
  let left = false
  client.on('socket', (socket) => {
    if (socket.connecting)
      socket.once(secure ? 'secureConnect' : 'connect', () => {
        left = true
      })
    else left = true
  })

  let giveUp!: (reason: unknown) => void
  const answer = new Promise<WireAnswer>((resolve, reject) => {
    const receiver = { resolve, reject }
    giveUp = (reason) => reject(new TransportError(reason, left))
    let answered = false
    // 101 changes the protocol: no other answer follows.
    const switched = (response: Head) => {
      answered = true
      resolve({ ...headOf(response), text: '' })
      client.destroy()
    }
    client.on('response', (response) => {
      if (response.statusCode === 101) {
        switched(response.on('error', () => undefined))
        return
      }
      answered = true
      giveUp = receive(response, request, receiver)
    })
    client.on('upgrade', (response, socket) => {
      socket.destroy()
      switched(response)
    })
    client.on('error', (error) => giveUp(error))
    client.on('close', () => {
      if (!answered) giveUp(new Error('the connection closed without an answer'))
    })
  })

  if (typeof body === 'string' || body === undefined) client.end(body)
  else write(client, body, request)

  return {
    answer,
    cancel(reason) {
      giveUp(reason)
      client.destroy()
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

/** Status and headers of an answer. */
type Head = Pick<http.IncomingMessage, 'statusCode'> & { headers: http.IncomingHttpHeaders }

function headOf({ statusCode = 0, headers }: Head): Pick<WireAnswer, 'status' | 'header'> {
  const header = (name: string) => {
    const value = headers[name]
    return Array.isArray(value) ? value[0] : value
  }
  return { status: statusCode, header }
}

/** Takes a third of the time of `TextDecoder` for answers as short as LINE's. */
const decode = (bytes: Uint8Array): string =>
  (Buffer.isBuffer(bytes)
    ? bytes
    : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  ).toString()

/** Reads an answer. The returned function cancels. */
function receive(
  response: http.IncomingMessage,
  request: WireRequest,
  receiver: Receiver,
): (reason: unknown) => void {
  const head = headOf(response)
  const encoding = encodingOf(head)
  if (encoding !== undefined) {
    response.on('error', () => undefined).destroy()
    const error = compressed(encoding, head.status)
    if (head.status < 300) receiver.reject(error)
    else receiver.resolve({ ...head, text: '' })
    return () => undefined
  }
  if (isStreamed(request, head)) return receiveStream(response, head, request, receiver)
  const text = new BodyText(head, receiver, decode)
  response.on('data', (chunk: Buffer) => {
    if (!text.add(chunk)) response.destroy()
  })
  response.on('end', () => text.end())
  response.on('error', text.fail)
  return text.fail
}

function receiveStream(
  response: http.IncomingMessage,
  head: Pick<WireAnswer, 'status' | 'header'>,
  request: WireRequest,
  { resolve }: Receiver,
): (reason: unknown) => void {
  const chunks = response[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>
  const source = {
    async next() {
      const chunk = await chunks.next()
      return chunk.done ? undefined : chunk.value
    },
    cancel: () => void response.destroy(),
    length: lengthOf(head),
    delimited:
      head.header('content-length') !== undefined ||
      /\bchunked\b/i.test(head.header('transfer-encoding') ?? ''),
  }
  // Between two reads there is no listener; an error is then reported at the next read.
  response.on('error', () => undefined)
  const { stream, fail } = streamOf(source, request)
  resolve({ ...head, text: '', stream })
  return fail
}
