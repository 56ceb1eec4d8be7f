/** Stops connections to LINE, so that a bot under `fukidashi dev` talks to nothing but the emulator. */
import { Socket } from 'node:net'
import { isObject } from '../../common/json.js'
import { FukidashiError } from '../../common/error.js'

/** Hosts of LINE's APIs. */
const isLine = (host: string): boolean => /(?:^|\.)line\.(?:me|biz)\.?$/i.test(host)

/** A request to LINE was stopped. */
export class LineReachedError extends FukidashiError {
  override readonly name = 'LineReachedError'
  readonly code = 'line_reached'

  constructor(host: string, url: string) {
    super(
      `A request to ${host} was stopped: under \`fukidashi dev\` nothing is sent to LINE. Send it to the URL in LINE_API_BASE_URL (${url}). ` +
        'createBot() and new LineClient() do so without baseUrl; with @line/bot-sdk, pass baseURL: process.env.LINE_API_BASE_URL.',
    )
  }
}

type Connect = (this: Socket, ...args: unknown[]) => Socket

/** Host of a connection; the first argument is an array where Node has read the arguments already. */
function hostOf([first, second]: readonly unknown[]): string | undefined {
  const options: unknown = Array.isArray(first) ? first[0] : first
  if (!isObject(options)) return typeof second === 'string' ? second : undefined
  const { host } = options as { host?: unknown }
  return typeof host === 'string' ? host : undefined
}

/**
 * Stops all connections of this process to LINE's hosts: of `fetch`, `node:http`, `node:https` and HTTP/2.
 *
 * @param url - the emulator's URL, for the error
 * @param onStop - called with the error of each
 * @returns a function that permits them again
 */
export function guardLine(url: string, onStop: (error: LineReachedError) => void): () => void {
  const prototype = Socket.prototype as unknown as { connect: Connect }
  const { connect } = prototype
  prototype.connect = function (...args) {
    const host = hostOf(args)
    if (host === undefined || !isLine(host)) return connect.apply(this, args)
    const error = new LineReachedError(host, url)
    onStop(error)
    // The caller adds listeners after this call.
    process.nextTick(() => this.destroy(error))
    return this
  }
  return () => {
    prototype.connect = connect
  }
}
