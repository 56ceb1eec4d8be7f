/** Runs the `fukidashi` command as a program of its own. */
import { spawn } from 'node:child_process'
import { useBuiltPackage } from '../support/built-package.ts'

const { command: program } = useBuiltPackage()

/** What a program printed, and its exit code. */
export interface Result {
  code: number | null
  stdout: string
  stderr: string
}

/** @param input - what is on its standard input */
export function command(args: readonly string[], input = ''): Promise<Result> {
  const child = spawn(process.execPath, [program(), ...args])
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
