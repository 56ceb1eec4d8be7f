/** A bot that is a function from `Request` to `Response`, with what its platform passes beside the request. */
import type { ReceivingBot } from '../../../emulator/index.js'
import { headersOf, isReadable } from './server-bot.js'

type Work = (promise: Promise<unknown>) => void

/** `ctx` of a Worker. */
export interface ExecutionContext {
  waitUntil: Work
  passThroughOnException: () => void
  props: object
}

/** Answers a request. */
export type Answer = (request: Request, env: object, context: ExecutionContext) => unknown

/** Variables of the process, as Workers get them. */
export const platformEnv = (): Record<string, unknown> => ({ ...process.env })

/**
 * @param path - where it receives webhooks
 * @param report - called with errors of work that goes on after the response
 */
export function fetchBot(
  answer: Answer,
  path: string,
  report: (error: unknown) => void,
): ReceivingBot {
  const url = `http://127.0.0.1${path}`
  const respond = async (request: Request, wait: Work): Promise<Response> => {
    const waitUntil: Work = (work) => {
      const watched = Promise.resolve(work)
      watched.catch(report)
      wait(watched)
    }
    const context = { waitUntil, passThroughOnException: () => undefined, props: {} }
    const response = await answer(request, platformEnv(), context)
    if (isResponse(response)) return response
    throw new TypeError(
      `The bot's function returned ${describe(response)} instead of a Response. Return one, as in \`return bot.fetch(request)\`; ` +
        'a listener for node:http is exported in a server: `export default createServer(listener)`.',
    )
  }
  return {
    place: url,
    receive: async ({ method, header, body }, { waitUntil = () => undefined } = {}) => {
      const headers = headersOf(header)
      const request = new Request(url, { method, headers, body: new Uint8Array(body) })
      const response = await respond(request, waitUntil)
      const text = isReadable(response) ? await response.text() : ''
      return { status: response.status, body: text }
    },
    fetch: (request) => respond(request, () => undefined),
  }
}

/** Also one of another realm or a package. */
const isResponse = (value: unknown): value is Response =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as Response).status === 'number' &&
  'headers' in value

const describe = (value: unknown): string =>
  value === undefined || value === null
    ? String(value)
    : typeof value === 'object'
      ? 'an object'
      : `a ${typeof value}`
