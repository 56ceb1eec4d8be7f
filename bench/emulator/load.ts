/** Sends pushes over keep-alive connections, each waiting for its answer. A process of its own; messages say what to do. */
import { connect } from 'node:net'
import { pushOf } from './bodies.js'

const CONNECTIONS = 50

interface Task {
  port: number
  to: string
  what: 'text' | 'flex'
  count: number
}

process.on('message', (task: Task) => {
  void run(task).then((seconds) => process.send!(seconds))
})

async function run({ port, to, what, count }: Task): Promise<number> {
  const body = pushOf(what, to)
  const request = Buffer.from(
    `POST /v2/bot/message/push HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n` +
      'Authorization: Bearer emulator-channel-access-token\r\nContent-Type: application/json\r\n' +
      `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  )
  let left = count
  const start = performance.now()
  const take = () => left-- > 0
  await Promise.all(Array.from({ length: CONNECTIONS }, () => worker(port, request, take)))
  return (performance.now() - start) / 1_000
}

function worker(port: number, request: Buffer, take: () => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', send)
    socket.setNoDelay(true)
    let received = ''
    function send() {
      if (take()) socket.write(request)
      else {
        socket.destroy()
        resolve()
      }
    }
    socket.on('error', reject)
    socket.on('data', (data) => {
      received += data.latin1Slice(0, data.length)
      const end = received.indexOf('\r\n\r\n')
      const length = Number(/content-length: (\d+)/i.exec(received)?.[1])
      if (end === -1 || received.length < end + 4 + length) return
      if (!received.startsWith('HTTP/1.1 200')) reject(new Error(received))
      received = ''
      send()
    })
  })
}
