/** Errors that a server of the developer prints, when LINE sends several webhooks at once. */
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, it, onTestFinished, vi } from 'vitest'
import { PrintedErrors } from '../../src/cli/dev/bot/printed-errors.js'
import { serverBot } from '../../src/cli/dev/bot/server-bot.js'

beforeEach(() => void vi.spyOn(console, 'error').mockReturnValue())
afterEach(() => vi.restoreAllMocks())

/** A server that answers so many requests at once: it prints the body of each as errors, then answers 500 to all. */
async function serverOf(atOnce: number, printedEach = 1): Promise<string> {
  let requests: { body: string; response: ServerResponse }[] = []
  const answer = () => {
    for (const { body } of requests)
      for (let i = 1; i <= printedEach; i++) console.error(new Error(`${body} ${i}`))
    for (const { response } of requests) response.writeHead(500).end()
    requests = []
  }
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (data) => (body += String(data)))
    request.on('end', () => {
      requests.push({ body, response })
      if (requests.length === atOnce) answer()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const webhook = (body: string) => ({
  method: 'POST',
  header: () => undefined,
  body: new TextEncoder().encode(body),
})

it.each([1, 2, 3])('each of %i webhooks at once has an error', async (atOnce) => {
  const reported: string[] = []
  const bot = serverBot(await serverOf(atOnce), '/', new PrintedErrors(), (error) =>
    reported.push((error as Error).message),
  )
  const bodies = ['a', 'b', 'c'].slice(0, atOnce)
  await Promise.all(bodies.map((body) => bot.receive(webhook(body) as never)))
  expect(reported.sort()).toEqual(bodies.map((body) => `${body} 1`))
})

it('the last error that was printed for one webhook is reported, and none of an earlier one', async () => {
  const reported: string[] = []
  const bot = serverBot(await serverOf(1, 2), '/', new PrintedErrors(), (error) =>
    reported.push((error as Error).message),
  )
  console.error(new Error('before'))
  await bot.receive(webhook('a'))
  await bot.receive(webhook('b'))
  expect(reported).toEqual(['a 2', 'b 2'])
})
