// Tests the stores of Cloudflare in workerd, by Miniflare; wants Node 22.
import { createHmac } from 'node:crypto'
import { build } from 'esbuild'
import { Miniflare } from 'miniflare'

const { outputFiles } = await build({
  entryPoints: ['store-worker.mjs'],
  bundle: true,
  write: false,
  format: 'esm',
  conditions: ['workerd', 'worker', ...process.argv.slice(2)],
  external: ['node:*'],
})
const miniflare = new Miniflare({
  modules: true,
  script: outputFiles[0].text,
  compatibilityDate: '2025-01-01',
  d1Databases: ['DB', 'EMPTY'],
  durableObjects: { CLAIMS: { className: 'FukidashiStore', useSQLite: true } },
})
const address = await miniflare.ready

const get = async (path) => {
  const response = await fetch(new URL(path, address))
  if (response.status !== 200) throw new Error(await response.text())
  return response
}

const wanted = (what, actual, expected) => {
  if (JSON.stringify(actual) !== JSON.stringify(expected))
    throw new Error(`${what}: ${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`)
}

function post(bot, body) {
  const signature = createHmac('sha256', 'secret').update(body).digest('base64')
  const headers = { 'x-line-signature': signature }
  return fetch(new URL(`webhook/${bot}`, address), { method: 'POST', headers, body })
}

try {
  await get('migrate')
  let count = 0
  for (const store of ['durable', 'd1']) {
    const results = await (await get(`contract/${store}`)).json()
    const failed = results.filter(({ error }) => error !== undefined)
    wanted(`the contract of ${store}`, failed, [])
    count += results.length
  }
  wanted('a database without tables', await (await get('unmigrated')).json(), {
    code: 'store_not_migrated',
  })
  const body = JSON.stringify({
    destination: `U${'0'.repeat(32)}`,
    events: [
      {
        type: 'message',
        mode: 'active',
        timestamp: Date.now(),
        webhookEventId: '01HZY3WJ5T5WJ9XQ3A3C1P8MAA',
        deliveryContext: { isRedelivery: false },
        source: { type: 'user', userId: `U${'a'.repeat(32)}` },
        message: { id: '1', type: 'text', quoteToken: 'q', text: 'hi' },
      },
    ],
  })
  const answers = await Promise.all([post(0, body), post(1, body), post(0, body)])
  wanted(
    'status',
    answers.map(({ status }) => status),
    [200, 200, 200],
  )
  wanted('handled', await (await get('handled')).json(), ['hi'])
  console.log(`${count} tests of stores`)
} finally {
  await miniflare.dispose()
}
