/** Servers of Redis and PostgreSQL for tests: real ones, on loopback ports and in folders of their own. */
import { type ChildProcess, execFileSync, spawn, type SpawnOptions } from 'node:child_process'
import { chownSync, mkdtempSync, rmSync } from 'node:fs'
import { connect, createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isRoot } from '../../scripts/prepare/system.ts'
import { postgresProgram, redisServer } from '../../scripts/prepare/engines.ts'

/** A server. Its data is gone when it is closed. */
export interface Engine {
  url: string
  port: number
  /** Stops answering, with all connections open. */
  pause(): void
  resume(): void
  /** Ends at once, as in a crash. */
  kill(): Promise<void>
  /** Starts again on the same port and the same data. */
  start(): Promise<void>
  close(): Promise<void>
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

const answers = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy()
      resolve(true)
    })
    socket.on('error', () => resolve(false))
  })

interface Server {
  command: string
  args: readonly string[]
  options: SpawnOptions
  /** Whether it takes commands, and not only connections. */
  isReady: () => boolean
}

/** Processes of the server that was killed end a little later than it, and hold its data or its port until then. */
const isInUse = (output: string) =>
  /pre-existing shared memory block|lock file .* already exists|Address already in use/i.test(
    output,
  )

async function engine(
  url: (port: number) => string,
  folder: string,
  server: (port: number) => Server,
): Promise<Engine> {
  const port = await freePort()
  const { command, args, options, isReady } = server(port)
  let child: ChildProcess | undefined
  let output = ''
  const ended = () =>
    new Promise<void>((resolve) => {
      if (!child || child.exitCode !== null || child.signalCode !== null) resolve()
      else child.once('exit', () => resolve())
    })
  const kill = async () => {
    const over = ended()
    child?.kill('SIGKILL')
    await over
  }
  const open = () => {
    output = ''
    child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    const note = (chunk: Buffer) => (output = (output + chunk.toString()).slice(-4_000))
    child.stdout!.on('data', note)
    child.stderr!.on('data', note)
    const server = child
    return new Promise<void>((resolve) => server.once('close', () => resolve()))
  }
  const start = async () => {
    let closed = open()
    while (!(await answers(port)) || !isReady()) {
      if (child!.exitCode !== null || child!.signalCode !== null) {
        await closed
        if (!isInUse(output)) throw new Error(`${command} ended: ${output}`)
        closed = open()
      }
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
  const end = () => child?.kill('SIGKILL')
  process.once('exit', end)
  await start()
  return {
    url: url(port),
    port,
    pause: () => child!.kill('SIGSTOP'),
    resume: () => child!.kill('SIGCONT'),
    kill,
    start,
    close: async () => {
      await kill()
      process.off('exit', end)
      // Processes of the server may still write.
      rmSync(folder, { recursive: true, force: true, maxRetries: 20 })
    },
  }
}

const folderFor = (name: string) => mkdtempSync(join(tmpdir(), `fukidashi-${name}-`))

/**
 * A server of Redis. It writes to disk, so that data outlives `kill`.
 *
 * @param more - options of the server
 */
export function startRedis(more: readonly string[] = []): Promise<Engine> {
  const folder = folderFor('redis')
  return engine(
    (port) => `redis://127.0.0.1:${port}`,
    folder,
    (port) => ({
      command: redisServer(),
      args: [
        ...`--bind 127.0.0.1 --port ${port} --appendonly yes --appendfsync always`.split(' '),
        ...more,
      ],
      options: { cwd: folder },
      isReady: () => true,
    }),
  )
}

/** A server of PostgreSQL, with the database and the user `postgres`. It refuses to run as root. */
export function startPostgres(): Promise<Engine> {
  const folder = folderFor('postgres')
  const idOf = (flag: string) =>
    Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  const user = isRoot ? { uid: idOf('-u'), gid: idOf('-g') } : {}
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid)
  const options = { cwd: folder, env: { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8' }, ...user }
  const data = join(folder, 'data')
  execFileSync(
    postgresProgram('initdb'),
    ['-D', data, '-U', 'postgres', '--auth=trust', '--no-sync', '--encoding=UTF8'],
    { ...options, stdio: 'pipe' },
  )
  const settings = ['-c', 'unix_socket_directories=', '-c', 'fsync=off', '-c', 'max_connections=50']
  const ready = (port: number) => () => {
    try {
      const args = ['-h', '127.0.0.1', '-p', String(port), '-q']
      execFileSync(postgresProgram('pg_isready'), args, { ...options, stdio: 'pipe' })
      return true
    } catch {
      return false
    }
  }
  return engine(
    (port) => `postgres://postgres@127.0.0.1:${port}/postgres`,
    folder,
    (port) => ({
      command: postgresProgram('postgres'),
      args: ['-D', data, '-h', '127.0.0.1', '-p', String(port), ...settings],
      options,
      isReady: ready(port),
    }),
  )
}
