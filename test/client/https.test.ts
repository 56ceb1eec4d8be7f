/** Over TLS, as with LINE itself. */
import { readFileSync } from 'node:fs'
import { Agent, createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { LineClient, LineConnectionError } from '../../src/client/index.js'
import { failure, token, userId } from './setup.js'

// Made for these tests by `openssl req -x509`, for 127.0.0.1 and nothing else.
const read = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8')
const own = { key: read('localhost.key.pem'), cert: read('localhost.cert.pem') }

it('sends, and sends nothing to a server that cannot prove who it is', async () => {
  const paths: string[] = []
  const server = createServer(own, (request, response) => {
    paths.push(request.url!)
    response.end('{"sentMessages":[]}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const baseUrl = `https://127.0.0.1:${(server.address() as AddressInfo).port}`

  const trusting = new Agent({ keepAlive: true, ca: own.cert })
  await new LineClient({ channelAccessToken: token, baseUrl, agent: trusting }).messages.push(
    userId,
    'a',
  )
  expect(paths).toEqual(['/v2/bot/message/push'])

  const wary = new LineClient({ channelAccessToken: token, baseUrl, retry: false })
  const error = await failure(wary.messages.reply('token', 'a'), LineConnectionError)
  expect(error).toMatchObject({ code: 'connection_failed', accepted: 'no' })
  expect(paths).toHaveLength(1)
  trusting.destroy()
  server.close()
})
