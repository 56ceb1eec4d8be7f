import { connect } from 'node:net'
import type { RequestListener, Server } from 'node:http'
import express from 'express'
import Fastify from 'fastify'
import Koa from 'koa'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { type Bot, toNodeListener } from '../../../src/webhook/index.js'
import { bodyOf, botWith, event, FakeClock, promise, says, turn, sign } from '../support.js'
import { close, listen, postTo } from './servers.js'

const servers: Server[] = []
afterEach(async () => {
  await Promise.all(servers.splice(0).map(close))
})

async function serve(listener: RequestListener): Promise<string> {
  const { url, server } = await listen(listener)
  servers.push(server)
  return `${url}/webhook`
}

/** A bot that writes down what it receives. */
function hearing(options = {}): { bot: Bot; heard: string[]; warnings: string[] } {
  const { bot, warnings } = botWith(options)
  const heard: string[] = []
  bot.on('message:text', (ctx) => void heard.push(ctx.text))
  return { bot, heard, warnings }
}

const text = '🤨 今日は'

const frameworks: [string, (bot: Bot) => Promise<RequestListener> | RequestListener][] = [
  ['node:http', (bot) => toNodeListener(bot)],
  ['Express', (bot) => express().post('/webhook', toNodeListener(bot)).use(express.json())],
  [
    'Express behind express.json() that keeps the bytes',
    (bot) =>
      express()
        .use(
          express.json({
            verify: (request, _, bytes) => void Object.assign(request, { rawBody: bytes }),
          }),
        )
        .post('/webhook', toNodeListener(bot)),
  ],
  [
    'Express behind express.raw()',
    (bot) =>
      express()
        .use(express.raw({ type: '*/*' }))
        .post('/webhook', toNodeListener(bot)),
  ],
  [
    'Express behind express.text()',
    (bot) =>
      express()
        .use(express.text({ type: '*/*' }))
        .post('/webhook', toNodeListener(bot)),
  ],
  [
    'Koa',
    (bot) => {
      const listener = toNodeListener(bot)
      const app = new Koa()
      app.use((ctx) => {
        ctx.respond = false
        listener(ctx.req, ctx.res)
      })
      const handle = app.callback()
      return (request, response) => void handle(request, response)
    },
  ],
  [
    'Fastify',
    async (bot) => {
      const listener = toNodeListener(bot)
      const app = Fastify()
      // The body stays unread for the listener.
      app.removeAllContentTypeParsers()
      app.addContentTypeParser('*', (_request, _payload, done) => done(null))
      app.post('/webhook', (request, reply) => {
        reply.hijack()
        listener(request.raw, reply.raw)
      })
      await app.ready()
      return (request, response) => app.routing(request, response)
    },
  ],
]

describe.each(frameworks)('on %s', (_, make) => {
  it('a webhook is received', async () => {
    const { bot, heard } = hearing()
    const url = await serve(await make(bot))
    expect((await postTo(url, bodyOf(says(text)))).status).toBe(200)
    expect(heard).toEqual([text])
  })

  it('a wrong or missing signature is refused', async () => {
    const { bot, heard } = hearing()
    const url = await serve(await make(bot))
    const body = bodyOf(says(text))
    expect((await postTo(url, body, sign('other'))).status).toBe(401)
    expect((await postTo(url, body, '')).status).toBe(401)
    expect(heard).toEqual([])
  })

  it('the response waits for the handlers, and reports failure', async () => {
    const { bot } = botWith()
    const gate = promise()
    const begun = promise()
    bot.on('message', async () => {
      begun.resolve()
      await gate.kept
    })
    bot.catch(() => undefined)
    const url = await serve(await make(bot))
    const response = postTo(url, bodyOf(event()))
    await begun.kept
    gate.reject(new Error('oops'))
    expect((await response).status).toBe(500)
  })
})

describe('a body that was parsed already', () => {
  it('is explained, with the fix, to the author and to LINE’s console', async () => {
    const print = vi.spyOn(console, 'error').mockReturnValue()
    const { bot } = hearing()
    const url = await serve(express().use(express.json()).post('/webhook', toNodeListener(bot)))
    const response = await postTo(url, bodyOf(says('x')))
    expect(response.status).toBe(500)
    const said = String(print.mock.calls[0]![1])
    expect(said).toMatch(/was read before, most likely by a body parser/)
    expect(said).toMatch(/above app\.use\(express\.json\(\)\)/)
    print.mockRestore()
  })
})

describe('the Node listener', () => {
  it('says to GET that LINE sends POST requests', async () => {
    const url = await serve(toNodeListener(hearing().bot))
    const response = await fetch(url)
    expect(response.status).toBe(405)
    expect(response.headers.get('allow')).toBe('POST')
    expect(await response.text()).toMatch(/POST requests here/)
  })

  it('takes a body in pieces', async () => {
    const { bot, heard } = hearing()
    const url = await serve(toNodeListener(bot))
    const body = Buffer.from(bodyOf(says(text)))
    const socket = raw(url)
    socket.write(head(sign(body), 'transfer-encoding: chunked'))
    for (const byte of body) socket.write(`1\r\n${String.fromCharCode(byte)}\r\n`, 'latin1')
    socket.write('0\r\n\r\n')
    expect(await firstLine(socket)).toBe('HTTP/1.1 200 OK')
    expect(heard).toEqual([text])
  })

  it('refuses a body by its length before reading it', async () => {
    const url = await serve(toNodeListener(hearing().bot))
    const socket = raw(url)
    socket.write(head(sign('x'), 'content-length: 20000000'))
    expect(await firstLine(socket)).toBe('HTTP/1.1 413 Payload Too Large')
  })

  it('refuses a body that grows too large, and hangs up', async () => {
    const url = await serve(toNodeListener(hearing({ maxBodyBytes: 10_000 }).bot))
    const socket = raw(url)
    const closed = new Promise((resolve) => socket.on('close', resolve))
    socket.write(head(sign('x'), 'transfer-encoding: chunked'))
    const line = firstLine(socket)
    let sent = 0
    const timer = setInterval(() => {
      sent += 5_000
      socket.write(`1388\r\n${'x'.repeat(5_000)}\r\n`)
    }, 1)
    expect(await line).toBe('HTTP/1.1 413 Payload Too Large')
    await closed
    clearInterval(timer)
    expect(sent).toBeLessThan(1_000_000)
  })

  it('ends a body that stalls', async () => {
    const clock = new FakeClock()
    const { bot } = hearing({ clock, bodyTimeout: 5_000 })
    const begun = promise()
    const listener = toNodeListener(bot)
    const url = await serve((request, response) => {
      listener(request, response)
      begun.resolve()
    })
    const socket = raw(url)
    socket.write(head(sign('x'), 'content-length: 100'))
    socket.write('{')
    await begun.kept
    await clock.pass(5_000)
    expect(await firstLine(socket)).toBe('HTTP/1.1 408 Request Timeout')
  })

  it('survives a caller that goes away', async () => {
    const { bot, heard } = hearing()
    const url = await serve(toNodeListener(bot))
    const socket = raw(url)
    socket.write(head(sign('x'), 'content-length: 100'))
    socket.write('{', () => socket.destroy())
    await new Promise((resolve) => socket.on('close', resolve))
    await turn()
    expect((await postTo(url, bodyOf(says('next')))).status).toBe(200)
    expect(heard).toEqual(['next'])
  })

  it("answers first with ack: 'before'", async () => {
    const { bot } = botWith({ ack: 'before' })
    const gate = promise()
    const done = promise()
    bot.on('message', async () => {
      await gate.kept
      done.resolve()
    })
    const url = await serve(toNodeListener(bot))
    expect((await postTo(url, bodyOf(event()))).status).toBe(200)
    gate.resolve()
    await done.kept
  })

  it.each(['rawBody', 'body'])(
    'refuses a %s that is too large, by whomever it was read',
    async (name) => {
      const { bot, heard } = hearing({ maxBodyBytes: 1_000 })
      const app = express()
        .use((request, _, next) => {
          Object.assign(request, { [name]: Buffer.alloc(1_001, ' ') })
          next()
        })
        .post('/webhook', toNodeListener(bot))
      expect((await postTo(await serve(app as RequestListener), bodyOf())).status).toBe(413)
      expect(heard).toEqual([])
    },
  )

  it('takes the rawBody of Google Cloud Functions and Firebase', async () => {
    const { bot, heard } = hearing()
    const listener = toNodeListener(bot)
    const url = await serve((request, response) => {
      const chunks: Buffer[] = []
      request.on('data', (chunk: Buffer) => chunks.push(chunk))
      request.on('end', () => {
        const rawBody = Buffer.concat(chunks)
        const body: unknown = JSON.parse(rawBody.toString())
        listener(Object.assign(request, { rawBody, body }), response)
      })
    })
    expect((await postTo(url, bodyOf(says(text)))).status).toBe(200)
    expect(heard).toEqual([text])
  })
})

function raw(url: string) {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  // Writing to a server that hung up.
  socket.on('error', () => undefined)
  return socket
}

const head = (signature: string, more: string) =>
  `POST /webhook HTTP/1.1\r\nhost: x\r\nx-line-signature: ${signature}\r\n${more}\r\n\r\n`

const firstLine = (socket: ReturnType<typeof raw>): Promise<string> =>
  new Promise((resolve) =>
    socket.once('data', (data) => resolve(data.toString().split('\r\n')[0]!)),
  )

it.each([
  ['synchronous', () => undefined],
  ['asynchronous', () => turn()],
])(
  'a response that cannot be written ends no process, with a handler that is %s',
  async (_, handle) => {
    const { bot } = botWith()
    const handled = vi.fn(handle)
    bot.on('message', handled)
    const print = vi.spyOn(console, 'error').mockReturnValue()
    const listener = toNodeListener(bot)
    await new Promise<void>((resolve) => {
      void serve((request, response) => {
        response.setHeader = () => {
          throw new Error('gone')
        }
        response.end = () => {
          setImmediate(resolve)
          throw new Error('gone')
        }
        listener(request, response)
      }).then((url) => postTo(url, bodyOf(event())).catch(() => undefined))
    })
    expect(handled).toHaveBeenCalledTimes(1)
    expect(print.mock.lastCall![0]).toMatch(/could not be written/)
    print.mockRestore()
  },
)
