// Runs the program in workerd, by Miniflare; wants Node 22.
import { createHmac } from 'node:crypto'
import { build } from 'esbuild'
import { Miniflare } from 'miniflare'

const { outputFiles } = await build({
  entryPoints: ['worker.mjs'],
  bundle: true,
  write: false,
  format: 'esm',
  conditions: ['workerd', 'worker'],
  external: ['node:*'],
})
const SECRET = '8c570fa6dd201bb328f1c1eac23a96d8'
const miniflare = new Miniflare({
  modules: true,
  script: outputFiles[0].text,
  compatibilityDate: '2025-01-01',
  bindings: { SECRET },
})
const address = await miniflare.ready

const get = async (path) => {
  const response = await fetch(new URL(path, address))
  const text = await response.text()
  if (response.status !== 200) throw new Error(text)
  return text
}

let count = 0
function post(text, signal) {
  const body = JSON.stringify({
    destination: `U${'0'.repeat(32)}`,
    events: [
      {
        type: 'message',
        mode: 'active',
        timestamp: Date.now(),
        webhookEventId: `01HZY3WJ5T5WJ9XQ3A3C1P8M${10 + count++}`,
        deliveryContext: { isRedelivery: false },
        source: { type: 'user', userId: `U${'a'.repeat(32)}` },
        replyToken: '0f3779fba3b349968c5d07db31eab56f',
        message: { id: '1', type: 'text', quoteToken: 'q', text },
      },
    ],
  })
  const signature = createHmac('sha256', SECRET).update(body).digest('base64')
  const headers = { 'x-line-signature': signature }
  return fetch(new URL('webhook', address), { method: 'POST', headers, body, signal })
}

const wanted = (what, actual, expected) => {
  if (JSON.stringify(actual) !== JSON.stringify(expected))
    throw new Error(`${what}: ${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`)
}

/** Sends `first`, and `second` as soon as the handler has begun. */
async function oneAfterTheOther(hangUp) {
  const end = new AbortController()
  const first = post('slow', end.signal).catch(() => undefined)
  const log = []
  while (log.length === 0) log.push(...JSON.parse(await get('log')))
  if (hangUp) end.abort()
  const second = await post('quick')
  wanted('status', [second.status, hangUp || (await first).status], [200, hangUp || 200])
  log.push(...JSON.parse(await get('log')))
  wanted('order', log, ['slow begins', 'slow ends', 'quick begins', 'quick ends'])
}

try {
  const loaded = await get('run')
  // Requests of one user meet in one isolate, whose runtime ends what waits for another request in the wrong way.
  await oneAfterTheOther(false)
  await oneAfterTheOther(true)
  console.log(loaded)
} finally {
  await miniflare.dispose()
}
