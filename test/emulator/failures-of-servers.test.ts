/** Records of what fails when a bot runs as a server of its own. */
import { describe, expect, it } from 'vitest'
import { createEmulator, type Emulator } from '../../src/emulator/index.js'
import { listen } from '../../src/emulator/node/index.js'

/** The failures after Aki says something. */
async function failuresOf(line: Emulator) {
  await line.user('Aki').says('hi')
  return line.failures
}

describe('a bot elsewhere', () => {
  it.each([
    [500, 'A handler failed.'],
    [404, '--path'],
    [404, 'response_sent'],
    [401, 'LINE_CHANNEL_SECRET'],
    [302, 'redirects'],
  ])('that answers %i has a hint', async (status, hint) => {
    const server = await listen(createEmulator(), {
      pages: (request, response) => {
        request.resume()
        response.writeHead(status, { 'content-type': 'text/plain' }).end('why')
        return true
      },
    })
    const line = createEmulator({ webhook: `${server.url}/callback`, quiet: 0 })
    const [failure] = await failuresOf(line)
    await server.close()
    expect(failure).toMatchObject({
      severity: 'error',
      name: 'ERROR_STATUS_CODE',
      message: `The bot answered ${status} instead of 200: why`,
      hint: expect.stringContaining(hint) as string,
      webhook: line.webhooks[0]!.number,
      chatId: line.user('Aki').id,
      stack: [],
    })
  })

  it('that does not run has one, too', async () => {
    const server = await listen(createEmulator())
    await server.close()
    const line = createEmulator({ webhook: `${server.url}/webhook`, quiet: 0 })
    expect(await failuresOf(line)).toMatchObject([
      { name: 'COULD_NOT_CONNECT', hint: expect.stringContaining('Start the bot') as string },
    ])
  })
})

it('an endless body of a right answer is not read', async () => {
  const line = createEmulator({ webhook: () => new Response(new ReadableStream()) })
  const { webhook } = await line.user('Aki').says('hi')
  expect(webhook).toMatchObject({ status: 200, reason: 'OK' })
})

it('failures are in the log of the control API', async () => {
  const line = createEmulator({ webhook: () => new Response(null, { status: 500 }) })
  const server = await listen(line)
  await line.user('Aki').says('hi')
  const log = (await (await fetch(`${server.url}/_fukidashi/log`)).json()) as { type: string }[]
  await server.close()
  expect(log.map(({ type }) => type)).toEqual(['webhook', 'failure'])
})
