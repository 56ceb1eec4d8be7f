/** One contestant in a process of its own, as `bench/webhook/server.ts`: each request becomes a job of BullMQ. */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { receiver } from '../../src/queue/index.js'
import { toNodeListener } from '../../src/webhook/index.js'
import { secret } from '../webhook/bodies.js'
import { queueAt } from '../../test/queue/queue-at.js'
import { bareQueue } from './engines.js'

const [, , name, url] = process.argv

/** The least that is right: collect, HMAC, compare, parse, add a job for each event, answer. */
async function bare(): Promise<RequestListener> {
  const queue = await bareQueue(url!)
  return (request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const body = Buffer.concat(chunks)
      const signature = Buffer.from(request.headers['x-line-signature'] as string, 'base64')
      const expected = createHmac('sha256', secret).update(body).digest()
      if (signature.length !== expected.length || !timingSafeEqual(signature, expected)) {
        response.writeHead(401).end()
        return
      }
      const { events } = JSON.parse(body.toString()) as { events: { webhookEventId: string }[] }
      // With the id of the event, so that one that comes twice is one job.
      const added = events.map((event) =>
        queue.add('event', event, { jobId: event.webhookEventId }),
      )
      void Promise.all(added).then(() => response.writeHead(200).end())
    })
  }
}

const listener =
  name === 'bare'
    ? await bare()
    : toNodeListener(
        receiver({ channelSecret: secret, queue: await queueAt(url!, 60_000), timeout: 60_000 }),
      )
const server = createServer(listener)
server.listen(0, '127.0.0.1', () => process.send!({ port: (server.address() as AddressInfo).port }))
process.on('message', () => {
  const { user, system } = process.cpuUsage()
  process.send!({ cpu: user + system })
})
