/** Passes pictures, videos and recordings of the bot to the page. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Emulator } from '../emulator.js'
import { harmless } from './harmless.js'
import { UI } from './html.js'

/** Milliseconds within which the bot must answer. */
const PATIENCE = 10_000

/** Headers of the bot's answer that the browser needs to play a part of a video. */
const passed = ['content-length', 'content-range', 'accept-ranges']

/** Answers with a file of the bot, or with the reason why there is none. */
export async function publicFile(
  line: Emulator,
  request: IncomingMessage,
  response: ServerResponse,
  headers: Readonly<Record<string, string>>,
): Promise<void> {
  const refuse = (status: number, why: string) => {
    response.writeHead(status, { ...headers, 'content-type': 'text/plain; charset=utf-8' })
    response.end(`${why}\n`)
  }
  if (line.publicOrigin === undefined) {
    refuse(404, 'There is no public origin: fukidashi dev --public https://bot.example')
    return
  }
  const path = request.url!.slice(`${UI}/public`.length)
  const { range } = request.headers
  const controller = new AbortController()
  const timer = setTimeout(() => controller.abort(), PATIENCE)
  try {
    const answer = await line.askBot(line.publicOrigin + path, {
      headers: { 'accept-encoding': 'identity', ...(range !== undefined && { range }) },
      signal: controller.signal,
    })
    clearTimeout(timer)
    const type = answer?.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? ''
    if (!answer?.ok || !harmless.test(type)) {
      await answer?.body?.cancel()
      refuse(404, 'The bot has no picture, video or recording here.')
      return
    }
    const values = passed.flatMap((name) => {
      const value = answer.headers.get(name)
      // Decoded, it has another length.
      return value === null || answer.headers.has('content-encoding')
        ? []
        : [[name, value] as const]
    })
    response.writeHead(answer.status, {
      ...headers,
      ...Object.fromEntries(values),
      'content-type': type,
    })
    const body = answer.body ? Readable.fromWeb(answer.body) : Readable.from([])
    await pipeline(body, response)
  } catch {
    // The bot cannot be reached, or the browser has closed the connection.
    if (response.headersSent) response.destroy()
    else refuse(502, 'The bot does not answer.')
  } finally {
    clearTimeout(timer)
  }
}
