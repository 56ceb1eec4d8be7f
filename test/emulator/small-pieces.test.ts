/** A body takes about as much memory as it has bytes, in however many pieces it comes. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BodyBuffer } from '../../src/emulator/api/body-buffer.js'
import { setUp } from './support.js'

describe('what is gathered', () => {
  it.each([1, 2, 7, 1_000, 100_000])('is the same in pieces of %i', (size) => {
    const all = Uint8Array.from({ length: 100_000 }, (_, i) => i)
    const body = new BodyBuffer(100_000)
    for (let at = 0; at < all.length; at += size) body.add(all.subarray(at, at + size))
    expect(body.isTooLarge).toBe(false)
    expect(body.bytes).toEqual(all)
    expect(body.bytes.buffer.byteLength).toBeLessThanOrEqual(2 * all.length)
  })

  it('is no more than one byte too much', () => {
    const body = new BodyBuffer(10)
    for (let i = 0; i < 1_000; i++) body.add(new Uint8Array(7))
    expect([body.isTooLarge, body.bytes.length]).toEqual([true, 11])
    expect(body.bytes.buffer.byteLength).toBeLessThanOrEqual(22)
  })
})

it('a stream is read no further than the limit', async () => {
  const { line } = setUp()
  let given = 0
  let isCancelled = false
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      given += 100_000
      controller.enqueue(new Uint8Array(100_000).fill(32))
    },
    cancel() {
      isCancelled = true
    },
  })
  const response = await line.fetch('https://api.line.me/v2/bot/message/push', {
    method: 'POST',
    headers: {
      authorization: `Bearer ${line.account.channelAccessToken}`,
      'content-type': 'application/json',
    },
    body,
  })
  expect(response.status).toBe(413)
  expect(given).toBeLessThan(3_000_000)
  await expect.poll(() => isCancelled).toBe(true)
})

describe('a server with little memory', () => {
  let child: ChildProcess
  let port = 0
  beforeAll(async () => {
    const code = `
      const { createEmulator } = await import('./src/emulator/index.js')
      const { listen } = await import('./src/emulator/node/index.js')
      console.log((await listen(createEmulator())).port)`
    const flags = ['--max-old-space-size=64', '--conditions', 'fukidashi-source', '--import', 'tsx']
    child = spawn(process.execPath, [...flags, '--input-type=module', '-e', code])
    child.stderr!.pipe(process.stderr)
    const [data] = (await once(child.stdout!, 'data')) as [Buffer]
    port = Number(String(data))
  })
  afterAll(() => void child.kill('SIGKILL'))

  /** Sends a body of single bytes, and gives the first line of the answer. */
  async function sendBytes(path: string, type: string, count: number): Promise<string> {
    const socket = connect(port, '127.0.0.1')
    let answer = ''
    socket.on('error', (error) => (answer += error.message))
    socket.on('data', (data) => (answer += String(data)))
    socket.write(
      `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: ${type}\r\n` +
        'authorization: Bearer emulator-channel-access-token\r\n' +
        'connection: close\r\ntransfer-encoding: chunked\r\n\r\n',
    )
    const piece = '1\r\n \r\n'.repeat(10_000)
    for (let sent = 0; sent < count; sent += 10_000)
      if (!socket.write(piece)) await once(socket, 'drain')
    socket.write('0\r\n\r\n')
    await once(socket, 'close')
    return answer.split('\r\n')[0]!
  }

  it.each([
    ['/v2/bot/message/push', 'application/json', 800_000, '400'],
    ['/_fukidashi/people', 'application/json', 800_000, '400'],
    ['/v2/bot/audienceGroup/upload/byFile', 'multipart/form-data; boundary=a', 800_000, '40'],
  ])('takes bytes one by one at %s as %s: %i of them', async (path, type, count, status) => {
    expect(await sendBytes(path, type, count)).toContain(`HTTP/1.1 ${status}`)
    expect(child.exitCode).toBeNull()
  })
})
