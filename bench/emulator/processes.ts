/** Processes of the bench: each on a processor of its own, asked by messages. */
import { execFileSync, fork, type ChildProcess, type ForkOptions } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'

/** Inside the package, so that what is not bundled is found from there. */
const out = join(import.meta.dirname, '../../node_modules/.cache/fukidashi-bench')

/** A program of the bench, once it is compiled. */
export const compiled = (name: string): string => join(out, `emulator-${name}.mjs`)

/** Compiled first: loaders that compile on the fly change what is measured. */
export async function compile(names: readonly string[]): Promise<void> {
  mkdirSync(out, { recursive: true })
  await build({
    entryPoints: names.map((name) => join(import.meta.dirname, `${name}.ts`)),
    outdir: out,
    entryNames: 'emulator-[name]',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    conditions: ['fukidashi-source', 'node'],
    logLevel: 'error',
  })
}

/** Starts a program on one processor. */
export function start(
  path: string,
  processor: number,
  args: readonly string[] = [],
  options: ForkOptions = {},
): ChildProcess {
  const child = fork(path, args, options)
  try {
    execFileSync('taskset', ['-pc', String(processor), String(child.pid)], { stdio: 'ignore' })
  } catch {
    // One processor, or a system without taskset: the figures say less.
  }
  return child
}

export const message = <T>(child: ChildProcess): Promise<T> =>
  new Promise((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`ended with ${String(code)}`))
    child.once('exit', ended)
    child.once('message', (value) => {
      child.off('exit', ended)
      resolve(value as T)
    })
  })

export function ask<T>(child: ChildProcess, what: unknown): Promise<T> {
  const answer = message<T>(child)
  child.send(what as object)
  return answer
}
