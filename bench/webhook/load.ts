/** Sends bodies over keep-alive connections, each waiting for its answer. A process of its own; messages say what to do. */
import { connect, type Socket } from 'node:net'
import { requests } from './bodies.js'

const CONNECTIONS = 50

/** Number of the next webhook. None is sent twice, because a bot recognizes it. */
let next = 0

process.on('message', (task: { port: number; count: number; perBody: number }) => {
  void run(task).then((seconds) => process.send!({ seconds }))
})

async function run({ port, count, perBody }: { port: number; count: number; perBody: number }) {
  const bodies = requests(next, count, perBody, port)
  next += count
  let at = 0
  const start = performance.now()
  const take = () => bodies[at++]
  await Promise.all(Array.from({ length: CONNECTIONS }, () => worker(port, take)))
  return (performance.now() - start) / 1000
}

function worker(port: number, take: () => Buffer | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket: Socket = connect(port, '127.0.0.1', send)
    socket.setNoDelay(true)
    let received = ''
    function send() {
      const body = take()
      if (body) socket.write(body)
      else {
        socket.destroy()
        resolve()
      }
    }
    socket.on('error', reject)
    socket.on('data', (data) => {
      received += data.latin1Slice(0, data.length)
      if (!isWhole(received)) return
      if (!received.startsWith('HTTP/1.1 200')) reject(new Error(received))
      received = ''
      send()
    })
  })
}

function isWhole(response: string): boolean {
  const end = response.indexOf('\r\n\r\n')
  if (end === -1) return false
  const length = /content-length: (\d+)/i.exec(response)
  if (length) return response.length >= end + 4 + Number(length[1])
  return response.endsWith('0\r\n\r\n')
}
