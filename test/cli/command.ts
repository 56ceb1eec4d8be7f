/** Runs the `fukidashi` command as a program of its own. */
import { type ChildProcess, spawn } from 'node:child_process'
import { useBuiltPackage } from '../support/built-package.ts'

const { command: program, installIn } = useBuiltPackage()

export { installIn }

/** What a program printed, and its exit code. */
export interface Result {
  code: number | null
  stdout: string
  stderr: string
}

/** Where a program runs. */
export interface Surroundings {
  cwd?: string
  /** Variables besides those of the test; `undefined` removes one. */
  env?: Record<string, string | undefined>
  /** Called with the program when it has started. */
  started?: (child: ChildProcess) => void
}

/** @param input - what is on its standard input */
export function command(
  args: readonly string[],
  input = '',
  { cwd, env, started }: Surroundings = {},
): Promise<Result> {
  const child = spawn(process.execPath, [program(), ...args], {
    cwd,
    env: { ...process.env, ...env },
  })
  started?.(child)
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (data) => (stdout += String(data)))
  child.stderr.on('data', (data) => (stderr += String(data)))
  // A program that reads no input may have ended before all is written.
  child.stdin.on('error', () => undefined)
  child.stdin.end(input)
  return new Promise((resolve) => {
    child.once('close', (code) => resolve({ code, stdout, stderr }))
  })
}
