/** An account at an emulator, and the commands that work with it as programs of their own. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, onTestFinished } from 'vitest'
import { createEmulator, type Emulator } from '../../src/emulator/index.js'
import { listen } from '../../src/emulator/node/index.js'
import { command, type Result, type Surroundings } from './command.ts'

export let line: Emulator
/** Where the commands run. */
export let folder: string
/** Their variables. */
export let env: Record<string, string | undefined>

beforeEach(async () => {
  line = createEmulator({ account: { displayName: 'Tea shop' } })
  const server = await listen(line, { port: 0 })
  onTestFinished(() => server.close())
  folder = await mkdtemp(join(tmpdir(), 'fukidashi-account-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const { channelAccessToken, channelSecret, channelId } = line.account
  env = {
    LINE_API_BASE_URL: server.url,
    LINE_CHANNEL_ACCESS_TOKEN: channelAccessToken,
    LINE_CHANNEL_SECRET: channelSecret,
    LINE_CHANNEL_ID: channelId,
    LINE_USER_ID: line.user('Aki').id,
  }
})

/** Lets the commands run in another folder. It is removed after the test. */
export function moveTo(project: string): void {
  folder = project
  onTestFinished(() => rm(project, { recursive: true, force: true }))
}

/** Runs a command as the account of the emulator. */
export const run = (args: string[], input = '', more: Surroundings = {}): Promise<Result> =>
  command(args, input, { cwd: folder, ...more, env: { ...env, ...more.env } })

export const jsonOf = ({ stdout }: Result) => JSON.parse(stdout) as unknown

/** A server of a bot. */
export async function bot(status: number): Promise<string> {
  const server = createServer((_, response) => response.writeHead(status).end())
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  onTestFinished(() => void server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook`
}
