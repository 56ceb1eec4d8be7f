/** Webhook bodies as LINE sends them, signed before the clock starts. */
import { createHmac } from 'node:crypto'

export const secret = '8c570fa6dd201bb328f1c1eac23a96d8'

const destination = 'U8e742f61d673b39c7fff3cecb7536ef0'
const USERS = 50
const hex = (n: number) => n.toString(16).padStart(32, '0')

/** A text message. Every one has its own id, or duplicates would be skipped and the work never measured. */
const event = (n: number) => ({
  type: 'message',
  message: {
    type: 'text',
    id: String(500_000_000_000 + n),
    quoteToken: 'yHAz4Ua2wx7'.repeat(4),
    text: `Hello, this is message number ${n}: 今日はいい天気ですね`,
    markAsReadToken: '30yhdy232'.repeat(8),
  },
  webhookEventId: `01K${String(n).padStart(23, '0')}`,
  deliveryContext: { isRedelivery: false },
  timestamp: 1_785_000_000_000 + n,
  source: { type: 'user', userId: `U${hex(n % USERS)}` },
  replyToken: hex(n),
  mode: 'active',
})

/** The webhook with this number, and `perBody` events in it. */
export function signed(n: number, perBody: number): { body: Buffer; signature: string } {
  const events = Array.from({ length: perBody }, (_, i) => event(n * perBody + i))
  const body = Buffer.from(JSON.stringify({ destination, events }))
  return { body, signature: createHmac('sha256', secret).update(body).digest('base64') }
}

/** Whole HTTP requests, `perBody` events in each, from the webhook with the number `from`. */
export function requests(from: number, count: number, perBody: number, port: number): Buffer[] {
  return Array.from({ length: count }, (_, i) => {
    const { body, signature } = signed(from + i, perBody)
    const head =
      `POST /webhook HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\nx-line-signature: ${signature}\r\n` +
      'content-type: application/json; charset=utf-8\r\nuser-agent: LineBotWebhook/2.0\r\n' +
      `content-length: ${body.length}\r\n\r\n`
    return Buffer.concat([Buffer.from(head), body])
  })
}
