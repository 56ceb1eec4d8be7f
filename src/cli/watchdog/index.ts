/** Watches the main thread from a second one: a loop without an end in a user's code blocks everything there, Ctrl+C too. */
import { url as inspectorUrl } from 'node:inspector'
import { Worker } from 'node:worker_threads'
import { program } from '../generated/watchdog-program.js'
import type { Beat, WatchSettings } from './protocol.js'

const SECOND = 1_000

/**
 * Warns when this thread is blocked for so long, and ends the process when it is blocked for six times as long. Both name the line that
 * runs. Listeners for `exit` are called. While a debugger is attached, nothing happens.
 *
 * @param timeout - milliseconds; less than two seconds are two
 */
export function watchThread(timeout: number): void {
  // A command that starts on a busy machine may be blocked for a second by itself.
  const warn = Math.max(2, Math.ceil(timeout / SECOND))
  const worker = new Worker(program, {
    eval: true,
    // Without `--inspect`, `--import` and the like of this process.
    execArgv: [],
    env: {},
    workerData: { warn, end: warn * 6, root: process.cwd() } satisfies WatchSettings,
  })
  // A system that permits no more threads: the command works without.
  worker.on('error', () => undefined)
  worker.unref()
  const beat = () => worker.postMessage({ isDebugged: inspectorUrl() !== undefined } satisfies Beat)
  beat()
  setInterval(beat, SECOND).unref()
}
