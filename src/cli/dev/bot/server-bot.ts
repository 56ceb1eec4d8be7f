/** A bot that receives webhooks over HTTP, from a server in this process. */
import type { ReceivingBot } from '../../../emulator/index.js'
import type { PrintedErrors } from './printed-errors.js'

/** Milliseconds without an API call after which it is considered finished: it may answer first and work later. */
const QUIET = 100

/**
 * @param origin - the server's URL
 * @param path - where it receives webhooks
 * @param printed - errors that it prints instead of throwing them
 * @param report - called with an error that it printed while it answered with an error
 */
export const serverBot = (
  origin: string,
  path: string,
  printed: PrintedErrors,
  report: (error: unknown) => void,
): ReceivingBot => ({
  place: origin + path,
  quiet: QUIET,
  receive: async ({ method, header, body }) => {
    printed.begin()
    try {
      const response = await fetch(origin + path, {
        method,
        headers: headersOf(header),
        body: new Uint8Array(body),
        redirect: 'manual',
      })
      const text = isReadable(response) ? await response.text() : ''
      // The connection can be used again only after its answer was read or dropped.
      await response.body?.cancel().catch(() => undefined)
      const error = response.status >= 500 ? printed.take() : undefined
      if (error) report(error)
      return { status: response.status, body: text }
    } finally {
      printed.end()
    }
  },
  fetch: (request) => {
    const { pathname, search } = new URL(request.url)
    return fetch(origin + pathname + search, { headers: request.headers, redirect: 'error' })
  },
})

/** Headers of a webhook. */
export const headersOf = (
  header: (name: string) => string | null | undefined,
): [string, string][] =>
  ['content-type', 'user-agent', 'x-line-signature'].flatMap((name) => {
    const value = header(name)
    return value ? [[name, value] as [string, string]] : []
  })

/** An error message, and no page of HTML. */
export const isReadable = ({ status, headers }: Response): boolean =>
  status >= 300 && /^text\/plain|json/.test(headers.get('content-type') ?? '')
