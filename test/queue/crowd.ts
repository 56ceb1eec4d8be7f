/** A crowd that talks to a bot of several processes, while these are killed and LINE's answers are lost. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createEmulator, type Emulator } from 'fukidashi/emulator'
import type { QueueAdapter } from 'fukidashi/queue'
import { type BotProcess, processesOf } from '../support/processes.ts'

/** Options of {@link talk}. */
export interface CrowdOptions {
  /** Address of Redis or PostgreSQL. */
  queueUrl: string
  /** The queue there. */
  queue: QueueAdapter
  users: number
  /** Number of texts that each user sends. */
  texts: number
  /** Number of processes that are killed, one after the other. */
  kills: number
  receivers: number
  workers: number
  /** Share of LINE's answers that go wrong. */
  faults: number
  /** Called with each step, for people. */
  onProgress?: (line: string) => void
  /** Called when a share of the texts was sent. */
  at?: { share: number; run: () => Promise<void> }
}

interface Delivery {
  first: number
  kept: number
}

/** What LINE has accepted. */
export interface Report {
  /** Texts of messages in the order in which LINE took them, by user. */
  accepted: ReadonlyMap<string, readonly string[]>
  /** What was sent to the bot, by user. */
  sent: ReadonlyMap<string, readonly string[]>
  /** Texts of events that went to the dead letters. */
  dead: readonly string[]
  /** Codes of why they did. */
  reasons: readonly string[]
  /** By text: numbers that count up, of its first delivery and of the first answer with 200. */
  deliveries: ReadonlyMap<string, Delivery>
  seconds: number
}

/** Numbers that look random, and are the same in each run. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** LINE's API with answers that are late, lost or wrong. Notes what LINE has accepted. */
async function faultyLine(line: Emulator, faults: number, accepted: Map<string, string[]>) {
  const random = seeded(7)
  const tokens = new Map<string, string>()
  const take = async (path: string, headers: Record<string, string>, body: string) => {
    const response = await line.fetch(`https://api.line.me${path}`, {
      method: 'POST',
      headers,
      body,
    })
    const text = await response.text()
    const {
      replyToken,
      to,
      messages = [],
    } = JSON.parse(body) as {
      replyToken?: string
      to?: string
      messages?: { text: string }[]
    }
    const user = to ?? tokens.get(replyToken ?? '') ?? ''
    if (response.status === 200)
      for (const message of messages)
        accepted.set(user, [...(accepted.get(user) ?? []), message.text])
    return { status: response.status, headers: Object.fromEntries(response.headers), text }
  }
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString()
      const isFaulty = random() < faults
      const kind = Math.floor(random() * 5)
      const headers = request.headers as Record<string, string>
      const refuse = (status: number) => {
        response.writeHead(status, { 'content-type': 'application/json', 'x-line-request-id': 'r' })
        response.end('{"message":"A fault of the test"}')
      }
      const answer = async () => {
        if (isFaulty && kind < 2) {
          if (kind === 0) refuse(500)
          else request.socket.destroy()
          return
        }
        if (isFaulty && kind === 2) await pause(300)
        const taken = await take(request.url!, headers, body)
        if (isFaulty && kind === 3) refuse(503)
        else if (isFaulty && kind === 4) request.socket.destroy()
        else {
          response.writeHead(taken.status, taken.headers)
          response.end(taken.text)
        }
      }
      answer().catch(() => response.destroy())
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, tokens, server }
}

/** Lets a crowd talk to a bot, and waits until all is handled. */
export async function talk(options: CrowdOptions): Promise<Report> {
  const { queueUrl, queue, users, texts, kills, faults, onProgress = () => undefined, at } = options
  const random = seeded(1)
  const accepted = new Map<string, string[]>()
  const receivers: BotProcess[] = []
  const workers: BotProcess[] = []
  const deliveries = new Map<string, Delivery>()
  let moment = 0
  let turn = 0
  /** Sends a webhook to the receivers in turn; every fifth also to the next one at the same time. */
  const forward = async (request: Request): Promise<Response> => {
    const body = await request.arrayBuffer()
    const headers = request.headers
    const { events } = JSON.parse(new TextDecoder().decode(body)) as {
      events: { replyToken: string; source: { userId: string }; message: { text: string } }[]
    }
    const [{ replyToken, source, message }] = events as [(typeof events)[0]]
    api.tokens.set(replyToken, source.userId)
    const delivery = deliveries.get(message.text) ?? { first: moment++, kept: Infinity }
    deliveries.set(message.text, delivery)
    const post = async (): Promise<Response> => {
      const { port } = receivers[turn++ % receivers.length]!
      try {
        const response = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', headers, body })
        if (response.ok) delivery.kept = Math.min(delivery.kept, moment++)
        return response
      } catch {
        return new Response(null, { status: 502 })
      }
    }
    const answers = await Promise.all(turn % 5 === 0 ? [post(), post()] : [post()])
    return answers[0]
  }
  const line = createEmulator({
    webhook: forward,
    rateLimits: true,
    redelivery: Array.from({ length: 40 }, (_, i) => Math.min(500 * (i + 1), 5_000)),
  })
  const api = await faultyLine(line, faults, accepted)
  const { channelSecret, channelAccessToken } = line.account
  const processes = await processesOf('test/queue/fixtures/queue-process.ts', {
    QUEUE_URL: queueUrl,
    LINE_URL: api.url,
    CHANNEL_SECRET: channelSecret,
    CHANNEL_ACCESS_TOKEN: channelAccessToken,
  })
  const start = async (list: BotProcess[], role: string, index = list.length) => {
    list[index] = await processes.start({ ROLE: role })
  }
  try {
    for (let i = 0; i < options.receivers; i++) await start(receivers, 'receiver')
    for (let i = 0; i < options.workers; i++) await start(workers, 'worker')
    const started = performance.now()
    let isTalking = true
    const total = users * texts
    let count = 0
    const sent = new Map<string, string[]>()
    const person = async (index: number) => {
      const user = line.user(`User ${index}`)
      const own: string[] = []
      sent.set(user.id, own)
      for (let i = 0; i < texts; i++) {
        const text = `${index}.${i}`
        own.push(text)
        await user.says(text)
        count++
      }
    }
    const killer = async () => {
      for (let i = 0; i < kills; i++) {
        while (isTalking && count < ((i + 1) / (kills + 1)) * total) await pause(20)
        const list = random() < 0.5 ? receivers : workers
        const index = Math.floor(random() * list.length)
        list[index]!.child.kill('SIGKILL')
        onProgress(
          `${count} of ${total} sent; killed a ${list === workers ? 'worker' : 'receiver'}`,
        )
        await start(list, list === workers ? 'worker' : 'receiver', index)
      }
    }
    const happening = async () => {
      while (at && isTalking && count < at.share * total) await pause(20)
      await at?.run()
    }
    await Promise.all([
      Promise.all(Array.from({ length: users }, (_, i) => person(i))).then(() => {
        isTalking = false
      }),
      killer(),
      happening(),
    ])
    // Until all are handled, or nothing more happens.
    let [least, since] = [Infinity, performance.now()]
    for (;;) {
      const { waiting, dead } = await queue.mailboxes.counts()
      if (waiting < least) [least, since] = [waiting, performance.now()]
      if (waiting === 0 || performance.now() - since > 90_000) break
      onProgress(`${waiting} events wait; ${dead} dead`)
      await pause(1_000)
    }
    const letters = await queue.mailboxes.dead({ limit: 10_000 })
    const dead = letters.map(({ event }) => textOf(event.event))
    const reasons = letters.map(({ reason }) => reason.code)
    return {
      accepted,
      sent,
      dead,
      reasons,
      deliveries,
      seconds: (performance.now() - started) / 1000,
    }
  } finally {
    processes.end()
    api.server.closeAllConnections()
    api.server.close()
  }
}

const textOf = (event: unknown) => (event as { message: { text: string } }).message.text

/** What is wrong in a report. */
export interface Wrong {
  /** Messages that LINE took twice. */
  twice: string[]
  /** Messages that were not sent, of events that are not among the dead letters. */
  missing: string[]
  /** Replies that came before that to an earlier event, which was in the queue before the later one was sent. */
  disordered: string[]
}

/** Looks for what is wrong. Each text is answered with itself, and with a push. */
export function wrongIn({ accepted, sent, dead, deliveries }: Report): Wrong {
  const twice: string[] = []
  const missing: string[] = []
  const disordered: string[] = []
  const given = new Set(dead)
  for (const [user, texts] of sent) {
    const got = accepted.get(user) ?? []
    const once = new Set(got)
    twice.push(...got.filter((text, at) => got.indexOf(text) < at))
    for (const text of texts.filter((one) => !given.has(one)))
      missing.push(...[text, `${text}, pushed`].filter((one) => !once.has(one)))
    const replies = [...once].filter((text) => texts.includes(text))
    const isBefore = (a: string, b: string) => deliveries.get(a)!.kept < deliveries.get(b)!.first
    disordered.push(
      ...replies.filter((text, at) => replies.slice(at).some((later) => isBefore(later, text))),
    )
  }
  return { twice, missing, disordered }
}
