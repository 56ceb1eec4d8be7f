/**
 * Packs `fukidashi` and `create-fukidashi`, makes a project of each kind with them, installs it, runs its checks and its tests, builds
 * it, starts it as its README says, and lets a person of the emulator talk to the bot. Needs a built `dist`, and `test/runtimes` for
 * Workers. Next.js is too slow for every push.
 *
 * tsx --conditions fukidashi-source scripts/package/check-init.ts         node, lambda, workers
 * tsx --conditions fukidashi-source scripts/package/check-init.ts next
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { LambdaHandler } from '../../src/webhook/index.ts'
import { talkTo } from './talk.ts'
import { packCreate } from './create.ts'
import { pack } from './pack.ts'
import { runtimeFile } from './runtimes.ts'

/** Those of every push; Next.js is added when it is named. */
const platforms = ['node', 'lambda', 'workers'] as const
type Platform = (typeof platforms)[number] | 'next'
const bots = ['echo', 'shop'] as const

const root = mkdtempSync(join(tmpdir(), 'fukidashi-init-'))
const env: NodeJS.ProcessEnv = {
  ...process.env,
  NO_COLOR: '1',
  CI: '1',
  WRANGLER_SEND_METRICS: 'false',
}
const run = (folder: string, command: string, ...args: string[]): string =>
  execFileSync(command, args, { cwd: folder, encoding: 'utf8', env })

/** Waits until a program prints what matches, and gives the first group. */
async function printed(program: ChildProcess, pattern: RegExp): Promise<string> {
  let text = ''
  for await (const piece of program.stdout!) {
    text += String(piece)
    const [, found] = pattern.exec(text) ?? []
    if (found !== undefined) return found
  }
  throw new Error(`${program.spawnargs.join(' ')} ended, and printed:\n${text}`)
}

interface Running {
  url: string
  stop(): Promise<void>
}

/** Starts a script of a project in a process group of its own. */
async function start(
  folder: string,
  settings: Record<string, string>,
  args: readonly string[],
  address: RegExp,
): Promise<Running> {
  const [command = '', ...rest] = args
  const program = spawn(command, rest, {
    cwd: folder,
    detached: true,
    env: { ...env, ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>((resolve) => program.once('close', () => resolve()))
  const found = await printed(program, address)
  program.stdout.resume()
  return {
    url: /^\d+$/.test(found) ? `http://127.0.0.1:${found}` : found,
    stop: () => {
      process.kill(-program.pid!, 'SIGTERM')
      return ended
    },
  }
}

/** Serves the handler of a bundle as a function URL does. */
async function startLambda(file: string): Promise<Running> {
  const { handler } = (await import(pathToFileURL(file).href)) as { handler: LambdaHandler }
  const server = createServer((request, response) => {
    const pieces: Buffer[] = []
    request.on('data', (piece: Buffer) => pieces.push(piece))
    request.on('end', () => {
      void handler({
        requestContext: { http: { method: request.method! } },
        headers: request.headers as Record<string, string>,
        body: Buffer.concat(pieces).toString('base64'),
        isBase64Encoded: true,
      }).then(({ statusCode, headers, body }) => response.writeHead(statusCode, headers).end(body))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

const starts: Record<
  Platform,
  (folder: string, settings: Record<string, string>) => Promise<Running>
> = {
  node: (folder, settings) =>
    start(folder, { ...settings, PORT: '0' }, ['npm', 'start'], /on port (\d+)/),
  lambda: (folder, settings) => {
    Object.assign(process.env, settings)
    return startLambda(join(folder, 'dist/lambda.mjs'))
  },
  next: (folder, settings) =>
    start(folder, settings, ['npm', 'start', '--', '-p', '0'], /Local:\s+(\S+)/),
  workers: (folder, settings) => {
    const lines = Object.entries(settings).map(([name, value]) => `${name}=${value}\n`)
    writeFileSync(join(folder, '.env'), lines.join(''))
    const args = ['npm', 'start', '--', '--port', '0', '--ip', '127.0.0.1']
    return start(folder, forWrangler(), args, /Ready on (http:\S+)/)
  },
}

/** The environment of Wrangler, which needs a newer Node than fukidashi. */
const forWrangler = () => ({
  PATH: [dirname(runtimeFile('node-22/bin/node')), env['PATH']].join(delimiter),
})

async function check(platform: Platform, tarballs: { fukidashi: string; create: string }) {
  let modules: string | undefined
  for (const bot of bots) {
    const begin = performance.now()
    const folder = join(root, `${bot}-${platform}`)
    const options = ['--yes', '--template', bot, '--platform', platform]
    const version = ['--fukidashi', tarballs.fukidashi]
    const create = ['exec', '--yes', `--package=${tarballs.create}`, '--', 'create-fukidashi']
    // The bots of a platform need the same packages.
    const install = modules === undefined ? [] : ['--no-install']
    run(root, 'npm', ...create, folder, ...options, ...version, ...install)
    if (modules !== undefined) renameSync(modules, join(folder, 'node_modules'))
    modules = join(folder, 'node_modules')
    run(folder, 'npm', 'run', 'check')
    run(folder, 'npm', 'test')
    if (platform === 'workers')
      execFileSync('npm', ['run', 'build'], {
        cwd: folder,
        env: { ...env, ...forWrangler() },
        stdio: ['ignore', 'ignore', 'inherit'],
      })
    else run(folder, 'npm', 'run', 'build')
    await talkTo(bot, (settings) => starts[platform](folder, settings))
    const seconds = ((performance.now() - begin) / 1000).toFixed(1)
    console.log(
      `ok     ${bot} for ${platform}: installed, checked, tested, built, and replied (${seconds} s)`,
    )
  }
}

try {
  const tarballs = { fukidashi: pack(root), create: await packCreate(root) }
  const wanted = process.argv.slice(2)
  for (const platform of [...platforms, 'next'] as const)
    if (wanted.length === 0 ? platform !== 'next' : wanted.includes(platform))
      await check(platform, tarballs)
} finally {
  rmSync(root, { recursive: true, force: true })
}
