/** Prism, which answers by LINE's official description. It is installed in `bench/`, and the description is not ours to ship. */
import type { ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { connect, createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { compiled, start } from './processes.js'

const program = join(import.meta.dirname, '../node_modules/@stoplight/prism-cli/dist/index.js')

/** Why Prism cannot run; nothing when it can. */
export function whyNoPrism(folder: string | undefined): string | undefined {
  if (folder === undefined)
    return 'no description of the API: --openapi FOLDER (or LINE_OPENAPI) with messaging-api.yml of line/line-openapi'
  if (!existsSync(join(folder, 'messaging-api.yml'))) return `no messaging-api.yml in ${folder}`
  return existsSync(program) ? undefined : 'not installed: npm ci in bench/'
}

/** Starts it, and waits until it listens. */
export async function prism(
  folder: string,
  processor: number,
): Promise<{ child: ChildProcess; port: number }> {
  const port = await freePort()
  const args = ['mock', join(folder, 'messaging-api.yml'), '-p', `${port}`, '-v', 'silent']
  const child = start(program, processor, args, {
    execArgv: ['--import', compiled('cpu')],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  while (!(await listens(port))) {
    if (child.exitCode !== null) throw new Error(`Prism ended with ${child.exitCode}`)
    await sleep(100)
  }
  return { child, port }
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })

const listens = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy()
      resolve(true)
    })
    socket.on('error', () => resolve(false))
  })
