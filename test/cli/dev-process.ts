/** `fukidashi dev` as a program of its own. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { useBuiltPackage } from '../support/built-package.ts'

const { command, installIn } = useBuiltPackage()

export { command }

const running: ChildProcess[] = []
const folders: string[] = []

/** Makes a folder in which fukidashi is installed; {@link endAll} deletes it. */
export async function projectFolder(): Promise<string> {
  const folder = await mkdtemp(resolve('test/cli/.project-'))
  folders.push(folder)
  await installIn(folder)
  return folder
}

/** Ends all programs, and deletes all folders. */
export async function endAll(): Promise<void> {
  for (const child of running.splice(0)) child.kill('SIGKILL')
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true })
}

export interface Started {
  child: ChildProcess
  /** What was printed so far. */
  said: () => string
  page: string
  line: Record<string, string>
}

interface StartOptions {
  /** Working directory; that of the tests by default. */
  cwd?: string
  env?: Record<string, string>
  /** Code that runs before the program. */
  preload?: string
}

/** Starts it, and reads the one line that `--json` prints. */
export function startDev(
  args: readonly string[],
  { cwd, env = {}, preload }: StartOptions = {},
): Promise<Started> {
  const before =
    preload === undefined ? [] : ['--import', `data:text/javascript,${encodeURIComponent(preload)}`]
  const child = spawn(
    process.execPath,
    [...before, command(), 'dev', '--json', '--port', '0', ...args],
    { cwd, env: { ...process.env, ...env } },
  )
  running.push(child)
  let out = ''
  let err = ''
  return new Promise((resolve, reject) => {
    child.stderr.on('data', (data) => (err += String(data)))
    child.stdout.on('data', (data) => {
      out += String(data)
      if (!out.includes('\n')) return
      const line = JSON.parse(out.split('\n')[0]!) as Record<string, string>
      resolve({ child, said: () => out + err, page: line['page']!, line })
    })
    child.once('exit', (code) => reject(new Error(`It ended with ${code}.\n${out}${err}`)))
  })
}

/** Calls the control API. */
export async function ask(
  page: string,
  path: string,
  body?: object,
): Promise<Record<string, unknown>> {
  const response = await fetch(`${new URL(page).origin}/_fukidashi${path}`, {
    ...(body && {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    }),
  })
  return (await response.json()) as Record<string, unknown>
}

export const stateOf = async (page: string) => (await ask(page, '/ui/view'))['bot']
