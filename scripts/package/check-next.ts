/**
 * Packs the package, puts the route of `docs/webhook.md` and messages as JSX into a new Next.js app, builds it without secrets,
 * starts it and posts a webhook. Too slow for every push: `npx tsx scripts/package/check-next.ts`, after `npm run build`.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { install } from './install.ts'

const page = readFileSync('docs/webhook.md', 'utf8')
const [, route] = /^```ts route\.ts\n([\s\S]*?)^```$/m.exec(page)!
const before = `import { after } from 'next/server'
import { bot } from '../bot'

export const POST = (request: Request) => bot.fetch(request, { waitUntil: after })
`
const bot = `/** @jsxImportSource fukidashi */
import { Text } from 'fukidashi'
import { createBot } from 'fukidashi/webhook'

export const bot = createBot({
  baseUrl: process.env.LINE_URL,
  channelSecret: () => process.env.LINE_CHANNEL_SECRET!,
  channelAccessToken: () => process.env.LINE_CHANNEL_ACCESS_TOKEN!,
  ack: 'before',
})
bot.on('message:text', (ctx) => ctx.reply(<Text>You said {ctx.text}</Text>))
`
const files: Record<string, string> = {
  'app/layout.tsx':
    'export default ({ children }: { children: React.ReactNode }) => <html><body>{children}</body></html>\n',
  'app/page.tsx': 'export default () => <p>Beside a bot</p>\n',
  'app/webhook/route.ts': route!.replace('createBot({', '$& baseUrl: process.env.LINE_URL,'),
  'app/before/route.ts': before,
  'app/bot.tsx': bot,
}

const secret = 'secret-of-the-channel'
const replies: unknown[] = []
const line = createServer((request, response) => {
  let text = ''
  request.on('data', (piece: Buffer) => (text += piece.toString()))
  request.on('end', () => {
    const { messages } = JSON.parse(text) as { messages: { text: string }[] }
    replies.push(messages[0]!.text)
    response.setHeader('content-type', 'application/json').end('{"sentMessages":[{"id":"1"}]}')
  })
})
line.listen(0, '127.0.0.1')
await once(line, 'listening')
const lineUrl = `http://127.0.0.1:${(line.address() as AddressInfo).port}`

async function post(url: string, text: string): Promise<void> {
  const body = JSON.stringify({
    destination: `U${'0'.repeat(32)}`,
    events: [
      {
        type: 'message',
        mode: 'active',
        timestamp: Date.now(),
        webhookEventId: `01HZY3WJ5T5WJ9XQ3A3C1P8M${text === 'webhook' ? 10 : 11}`,
        deliveryContext: { isRedelivery: false },
        replyToken: 'a'.repeat(32),
        source: { type: 'user', userId: `U${'1'.repeat(32)}` },
        message: { type: 'text', id: '1', text, quoteToken: 'q' },
      },
    ],
  })
  const signature = createHmac('sha256', secret).update(body).digest('base64')
  const headers = { 'x-line-signature': signature }
  const { status } = await fetch(url, { method: 'POST', headers, body })
  if (status !== 200) throw new Error(`${url} answered ${status}`)
  while (replies.length === 0) await new Promise((resolve) => setTimeout(resolve, 20))
  console.log(`ok     ${url} replied ${JSON.stringify(replies.shift())}`)
}

await install(async (home) => {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(home, name, '..'), { recursive: true })
    writeFileSync(join(home, name), text)
  }
  // As in create-next-app.
  execFileSync('npm', ['pkg', 'delete', 'type'], { cwd: home })
  const needed = ['next@16', 'react', 'react-dom', 'typescript@5', '@types/react', '@types/node']
  const inherit = { cwd: home, stdio: 'inherit' } as const
  execFileSync('npm', ['install', '--no-audit', '--no-fund', ...needed], inherit)
  const next = join(home, 'node_modules/next/dist/bin/next')
  execFileSync(process.execPath, [next, 'build'], inherit)

  const env = {
    ...process.env,
    LINE_CHANNEL_SECRET: secret,
    LINE_CHANNEL_ACCESS_TOKEN: 'token',
    LINE_URL: lineUrl,
  }
  const server: ChildProcess = spawn(process.execPath, [next, 'start', '-p', '0'], {
    cwd: home,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    let said = ''
    for await (const piece of server.stdout!) {
      said += String(piece)
      if (/Ready in/.test(said)) break
    }
    const [, url] = /Local:\s+(\S+)/.exec(said)!
    await post(`${url}/webhook`, 'webhook')
    await post(`${url}/before`, 'before')
  } finally {
    server.kill()
  }
})
line.close()
