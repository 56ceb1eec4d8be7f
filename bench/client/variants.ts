/** Ways to push one text. Each gives a function that pushes once and resolves when the answer is there. */
import http from 'node:http'
import { LineClient } from '../../src/client/index.js'

type Push = () => Promise<unknown>

const to = `U${'0123456789abcdef'.repeat(2)}`
const token = 'a-channel-access-token-of-a-usual-length'.repeat(4)
const text = 'Hello, world! こんにちは'
const body = { to, messages: [{ type: 'text' as const, text }] }

export const variants: Record<string, (url: string) => Push | Promise<Push>> = {
  'bare node:http agent': (url) => {
    const { hostname, port } = new URL(url)
    const agent = new http.Agent({ keepAlive: true })
    return () =>
      new Promise((resolve, reject) => {
        const request = http.request({
          agent,
          hostname,
          port,
          method: 'POST',
          path: '/v2/bot/message/push',
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        })
        request.on('error', reject)
        request.on('response', (response) => {
          let json = ''
          response.setEncoding('utf8')
          response.on('data', (chunk: string) => (json += chunk))
          response.on('end', () => resolve(JSON.parse(json)))
        })
        request.end(JSON.stringify(body))
      })
  },
  fukidashi: (url) => {
    const line = new LineClient({ channelAccessToken: token, baseUrl: url })
    return () => line.messages.push(to, text)
  },
  'fukidashi, validation off': (url) => {
    const line = new LineClient({ channelAccessToken: token, baseUrl: url, validate: false })
    return () => line.messages.push(to, text)
  },
  'fukidashi over fetch': (url) => {
    const line = new LineClient({
      channelAccessToken: token,
      baseUrl: url,
      fetch: (address, init) => fetch(address, init),
    })
    return () => line.messages.push(to, text)
  },
  '@line/bot-sdk': async (url) => {
    const { messagingApi } = await import('@line/bot-sdk')
    const client = new messagingApi.MessagingApiClient({ channelAccessToken: token, baseURL: url })
    return () => client.pushMessage(body)
  },
  'global fetch': (url) => async () => {
    const response = await fetch(`${url}/v2/bot/message/push`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    return response.json()
  },
}
