/** Real processes of one bot, and the part of LINE that they see. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { build } from 'esbuild'

/** What a process says. */
export type Said = Readonly<Record<string, unknown>>

export interface BotProcess {
  port: number
  said: Said[]
  child: ChildProcessWithoutNullStreams
  /** Resolves when the process has said this. */
  says: (name: string, value?: unknown) => Promise<void>
}

/**
 * Bundles a program, and starts processes of it.
 *
 * @param entry - path of the program, which says `{ port }` when it is ready
 */
export async function processesOf(entry: string, env: Record<string, string>) {
  const folder = mkdtempSync(join(tmpdir(), 'fukidashi-processes-'))
  const file = join(folder, 'bot.mjs')
  await build({
    entryPoints: [entry],
    outfile: file,
    bundle: true,
    platform: 'node',
    format: 'esm',
    conditions: ['fukidashi-source'],
    external: ['pg-native'],
    banner: {
      js: `import { createRequire } from 'node:module'; const require = createRequire(import.meta.url)`,
    },
  })
  const children: ChildProcessWithoutNullStreams[] = []
  return {
    /** Starts one, with further environment variables. */
    async start(more: Record<string, string> = {}): Promise<BotProcess> {
      const child = spawn(process.execPath, [file], { env: { ...process.env, ...env, ...more } })
      children.push(child)
      const said: Said[] = []
      const waiting = new Set<() => void>()
      const heard = () => {
        for (const wake of waiting) wake()
        waiting.clear()
      }
      child.once('exit', heard)
      createInterface({ input: child.stdout }).on('line', (line) => {
        said.push(JSON.parse(line) as Said)
        heard()
      })
      child.stderr.on('data', (chunk: Buffer) => said.push({ stderr: chunk.toString() }))
      const says = async (name: string, value?: unknown) => {
        const has = () =>
          said.some((line) => name in line && (value === undefined || line[name] === value))
        while (!has()) {
          if (child.exitCode !== null) throw new Error(`The process ended: ${JSON.stringify(said)}`)
          await new Promise<void>((resolve) => waiting.add(resolve))
        }
      }
      await says('port')
      return { port: said.find((line) => 'port' in line)!['port'] as number, said, child, says }
    },
    end() {
      for (const child of children) child.kill('SIGKILL')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** User id of the bot. */
const destination = `U${'0'.repeat(32)}`

/** The part of LINE's API that takes messages, and says whose bot it is. A reply token works once. */
export async function fakeLine() {
  const messages: string[] = []
  const used = new Set<string>()
  const keys = new Set<string>()
  const tokens: string[] = []
  /** Tokens that messages were sent with. */
  const sentWith = new Set<string>()
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      if (request.url === '/token') {
        tokens.push(`issued-${tokens.length + 1}`)
        response.end(JSON.stringify({ token: tokens.at(-1), expiresIn: 86_400 }))
        return
      }
      if (request.url === '/v2/bot/info') {
        response.writeHead(200, { 'content-type': 'application/json' })
        response.end(JSON.stringify({ userId: destination }))
        return
      }
      sentWith.add(String(request.headers.authorization).replace('Bearer ', ''))
      const body = JSON.parse(Buffer.concat(chunks).toString()) as {
        replyToken?: string
        messages: { text: string }[]
      }
      const key = request.headers['x-line-retry-key'] as string | undefined
      const isUsed = body.replyToken !== undefined && used.has(body.replyToken)
      const isRepeated = key !== undefined && keys.has(key)
      if (key !== undefined) keys.add(key)
      if (body.replyToken !== undefined) used.add(body.replyToken)
      if (!isUsed && !isRepeated) messages.push(...body.messages.map(({ text }) => text))
      response.writeHead(isUsed ? 400 : isRepeated ? 409 : 200, {
        'content-type': 'application/json',
        'x-line-request-id': 'r',
      })
      response.end(
        JSON.stringify(isUsed ? { message: 'Invalid reply token' } : { sentMessages: [] }),
      )
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    messages,
    tokens,
    sentWith,
    close: () => server.close(),
  }
}

let count = 0

/** The body of a webhook with one text message. */
export function textWebhook(text: string, user: string): string {
  count += 1
  const id = String(count).padStart(20, '0')
  const event = {
    type: 'message',
    mode: 'active',
    timestamp: Date.now(),
    webhookEventId: `01KSTR${id}`,
    deliveryContext: { isRedelivery: false },
    replyToken: `token${id}`,
    source: { type: 'user', userId: `U${user.padStart(32, '0')}` },
    message: { type: 'text', id, text, quoteToken: 'q' },
  }
  return JSON.stringify({ destination, events: [event] })
}

/** Sends a webhook as LINE does. Status 0 if the process does not answer. */
export async function deliver(body: string, { port }: BotProcess): Promise<number> {
  const signature = createHmac('sha256', 'secret').update(body).digest('base64')
  try {
    const { status } = await fetch(`http://127.0.0.1:${port}/`, {
      method: 'POST',
      body,
      headers: { 'x-line-signature': signature },
    })
    return status
  } catch {
    return 0
  }
}

/** Sends a webhook again and again until it is answered with 200, as LINE does with redelivery on. */
export async function redeliver(body: string, to: () => BotProcess, tries = 100): Promise<number> {
  for (let attempt = 1; ; attempt++) {
    const status = await deliver(body, to())
    if (status === 200 || attempt === tries) return status
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
