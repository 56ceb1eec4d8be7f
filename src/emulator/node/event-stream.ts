/** Server-sent events, for readers of any speed. */
import type { ServerResponse } from 'node:http'

/** Buffered characters of all readers together, and the minimum for each. */
const MOST_IN_ALL = 64 * 1024 * 1024
const MOST_OF_ONE = 1024 * 1024

const open = new Set<ServerResponse>()

/**
 * Begins a stream of events, and gives what sends one. A reader who lags too far behind is disconnected instead of being
 * remembered for: it connects again, and asks for what there is.
 *
 * @param ended - called once the reader is gone
 */
export function eventStream(
  response: ServerResponse,
  beginning: string,
): { send: (event: string, data: unknown) => void; ended: Promise<void> } {
  response.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
  response.write(beginning)
  open.add(response)
  const ended = new Promise<void>((resolve) => {
    response.once('close', () => {
      open.delete(response)
      resolve()
    })
  })
  const send = (event: string, data: unknown): void => {
    if (response.destroyed) return
    if (response.writableLength > Math.max(MOST_OF_ONE, MOST_IN_ALL / open.size)) response.destroy()
    else response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
  }
  return { send, ended }
}
