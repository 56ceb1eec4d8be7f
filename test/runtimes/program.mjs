/** What every runtime has to do: render, check, verify a signature, and answer a signed webhook. Throws if it does not. */
import { Buttons, Postback, render, Text, validate } from 'fukidashi'
import { buttons, postback } from 'fukidashi/builders'
import { LineClient } from 'fukidashi/client'
import { jsx, jsxs } from 'fukidashi/jsx-runtime'
import { createBot, verifySignature } from 'fukidashi/webhook'

const channelSecret = '8c570fa6dd201bb328f1c1eac23a96d8'
const userId = `U${'0'.repeat(32)}`

const same = (what, actual, wanted) => {
  if (JSON.stringify(actual) !== JSON.stringify(wanted))
    throw new Error(`${what}: ${JSON.stringify(actual)} instead of ${JSON.stringify(wanted)}`)
}

const bytes = (text) => new TextEncoder().encode(text)

async function sign(body) {
  const hmac = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', bytes(channelSecret), hmac, false, ['sign'])
  const signature = await crypto.subtle.sign('HMAC', key, bytes(body))
  return btoa(String.fromCharCode(...new Uint8Array(signature)))
}

/** @returns which transport the client has loaded, and which HMAC the webhook: `fetch` or `node`, `web` or `node` */
export async function run() {
  const children = ['Please choose', jsx(Postback, { label: 'Buy', data: 'buy=1' })]
  const card = render(jsxs(Buttons, { altText: 'Buy tea', children }))
  const built = render(
    buttons('Please choose').altText('Buy tea').actions(postback('Buy', 'buy=1')),
  )
  same('builders', built[0].template.actions, card[0].template.actions)
  same('validate', validate({ type: 'text', text: '👨‍👩‍👧‍👦' }), [])

  const probe = '{"destination":"U8e742f61d673b39c7fff3cecb7536ef0","events":[]}'
  const right = 'GhRKmvmHys4Pi8DxkF4+EayaH0OqtJtaZxgTD9fMDLs='
  same('signature', await verifySignature(bytes(probe), right, channelSecret), true)
  same('wrong signature', await verifySignature(bytes(`${probe} `), right, channelSecret), false)

  const replies = []
  const bot = createBot({ channelSecret, channelAccessToken: 'token' })
  bot.on('message:text', (ctx) =>
    ctx.reply(jsx(Text, { children: ['You said ', ctx.event.message.text] })),
  )
  const wired = bot.connect({
    fetch: async (_url, init) => {
      replies.push(
        JSON.parse(
          typeof init.body === 'string' ? init.body : await new Response(init.body).text(),
        ),
      )
      return Response.json(
        { sentMessages: [{ id: '1' }] },
        { headers: { 'x-line-request-id': 'x' } },
      )
    },
  })
  const body = JSON.stringify({
    destination: userId,
    events: [
      {
        type: 'message',
        mode: 'active',
        timestamp: Date.now(),
        webhookEventId: '01HZY3WJ5T5WJ9XQ3A3C1P8M7K',
        deliveryContext: { isRedelivery: false },
        source: { type: 'user', userId },
        replyToken: '0f3779fba3b349968c5d07db31eab56f',
        message: { id: '1', type: 'text', quoteToken: 'q', text: 'お茶 🍵' },
      },
    ],
  })
  const request = (signature) =>
    new Request('https://bot.example.com/webhook', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-line-signature': signature },
      body,
    })
  same('forged webhook', (await wired.fetch(request(right))).status, 401)
  same('webhook', (await wired.fetch(request(await sign(body)))).status, 200)
  same(
    'reply',
    replies.map(({ messages }) => messages),
    [[{ type: 'text', text: 'You said お茶 🍵' }]],
  )
  return `${await transport()} ${await hmac(bytes(probe), right)}`
}

/** Web Crypto, if it is asked to sign; else Node's. */
async function hmac(body, signature) {
  const { sign: original } = SubtleCrypto.prototype
  let met = 'node'
  SubtleCrypto.prototype.sign = function (...all) {
    met = 'web'
    return original.apply(this, all)
  }
  // A secret that was not seen before: what is known of others may be kept.
  await verifySignature(body, signature, 'another secret')
  SubtleCrypto.prototype.sign = original
  return met
}

/** Nothing listens on port 9; a transport that calls `fetch` meets ours instead. */
async function transport() {
  const { fetch } = globalThis
  let met = 'node'
  globalThis.fetch = async () => {
    met = 'fetch'
    return Response.json({ totalUsage: 0 })
  }
  const line = new LineClient({
    channelAccessToken: 'token',
    baseUrl: 'http://127.0.0.1:9',
    retry: false,
  })
  try {
    await line.messages.quota()
  } catch {
    // The connection was refused, as it should be.
  }
  globalThis.fetch = fetch
  return met
}
