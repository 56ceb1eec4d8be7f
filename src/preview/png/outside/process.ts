/** The process that draws pictures from outside: started, asked and ended. */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import type { Readable, Writable } from 'node:stream'
import { program } from '../generated/outside-program.js'
import { PngError } from '../problems.js'
import { takumiUrl } from '../takumi.js'
import { encodeFrame, type Frame, FrameReader } from './frames.js'
import type { DrawAnswer } from './protocol.js'

/** How far a process may go. */
export interface ProcessLimits {
  /** Bytes of memory. */
  readonly memory: number
  /** Milliseconds until it is ready. */
  readonly start: number
  /** Bytes of an answer. */
  readonly answer: number
}

/** The picture ended the process, or had to be ended. */
export class ProcessEnded extends Error {}

const shell = '/bin/sh'

/** Where there is a shell, the system itself refuses more memory. The process also watches its own memory, on every system. */
function command(memory: number): [file: string, args: string[]] {
  // The heap of JavaScript holds next to nothing: pictures lie outside of it.
  const args = ['--max-old-space-size=64', '--input-type=module', '-e', program]
  args.push(takumiUrl(), String(memory))
  if (process.platform === 'win32' || !existsSync(shell)) return [process.execPath, args]
  const limited = 'ulimit -c 0; ulimit -d "$1"; shift; exec "$@"'
  const kilobytes = String(Math.ceil(memory / 1024))
  return [shell, ['-c', limited, 'sh', kilobytes, process.execPath, ...args]]
}

/** No secret of this process is handed on. */
function environment(): Record<string, string> {
  const names = ['PATH', 'LD_LIBRARY_PATH', 'SystemRoot', 'windir', 'TEMP', 'TMP', 'TMPDIR']
  const kept = names.flatMap((name) => {
    const value = process.env[name]
    return value === undefined ? [] : [[name, value]]
  })
  return {
    ...(Object.fromEntries(kept) as Record<string, string>),
    // One picture is drawn at a time.
    UV_THREADPOOL_SIZE: '1',
    RAYON_NUM_THREADS: '1',
    MALLOC_ARENA_MAX: '2',
    ELECTRON_RUN_AS_NODE: '1',
  }
}

const unavailable = (why: string, cause?: unknown): PngError =>
  new PngError(
    'no_process',
    `Pictures from outside are drawn in a process of their own, which could not be started: ${why}. ` +
      'Permit this process to start Node, or name the pictures that you trust as `trustImages`: those are drawn in this process',
    { cause },
  )

type Waiting = { done: (frame: Frame<DrawAnswer>) => void; fail: (error: Error) => void }

/** A process that runs. It never keeps this one alive while it has nothing to draw. */
export class DrawingProcess {
  readonly #child: ChildProcess
  readonly #pipes: readonly (Readable | Writable)[]
  #waiting: Waiting | undefined
  #said = ''
  #isEnded = false

  private constructor(child: ChildProcess, { answer }: ProcessLimits) {
    this.#child = child
    const { stdin, stdout, stderr } = child
    this.#pipes = [stdin, stdout, stderr].filter((pipe) => pipe !== null)
    const reader = new FrameReader<DrawAnswer>(answer, (frame) => this.#take()?.done(frame))
    stdout?.on('data', (chunk: Buffer) => {
      try {
        reader.push(chunk)
      } catch {
        this.end(new ProcessEnded('the process that draws it gives an invalid answer'))
      }
    })
    stderr?.on('data', (chunk: Buffer) => {
      this.#said = (this.#said + chunk.toString()).slice(-2_000)
    })
    // What breaks a pipe also ends the process, which says more.
    for (const pipe of this.#pipes) pipe.on('error', () => undefined)
    child.on('error', (error) => this.end(error))
    child.on('close', (code, signal) => this.end(this.#reason(code, signal)))
  }

  /** Starts one that is ready to draw. */
  static async start(limits: ProcessLimits): Promise<DrawingProcess> {
    let started: DrawingProcess
    const [file, args] = command(limits.memory)
    try {
      const options = { env: environment(), stdio: 'pipe', windowsHide: true } as const
      started = new DrawingProcess(spawn(file, args, options), limits)
    } catch (error) {
      throw unavailable(error instanceof Error ? error.message : String(error), error)
    }
    try {
      await started.#next(limits.start, `it was not ready after ${limits.start} ms`)
    } catch (error) {
      const said = started.#said.trim().split('\n').slice(-3).join(' ')
      throw unavailable(said || (error instanceof Error ? error.message : String(error)), error)
    }
    return started
  }

  get isEnded(): boolean {
    return this.#isEnded
  }

  get pid(): number | undefined {
    return this.#child.pid
  }

  #reason(code: number | null, signal: string | null): Error {
    const needsMemory = signal === 'SIGKILL' || /memory allocation|out of memory/i.test(this.#said)
    return new ProcessEnded(
      needsMemory
        ? 'it takes more memory than permitted'
        : `it ends the process that draws it (${signal ?? code})`,
    )
  }

  #take(): Waiting | undefined {
    const waiting = this.#waiting
    this.#waiting = undefined
    return waiting
  }

  #hold(isHeld: boolean): void {
    const does = isHeld ? 'ref' : 'unref'
    this.#child[does]()
    // Pipes of a process are sockets.
    for (const pipe of this.#pipes) (pipe as Partial<Record<typeof does, () => void>>)[does]?.()
  }

  async #next(timeout: number, late: string): Promise<Frame<DrawAnswer>> {
    if (this.#isEnded) throw new ProcessEnded('the process that draws it has ended')
    this.#hold(true)
    const timer = setTimeout(() => this.end(new ProcessEnded(late)), timeout)
    try {
      return await new Promise((done, fail) => {
        this.#waiting = { done, fail }
      })
    } finally {
      clearTimeout(timer)
      this.#hold(false)
    }
  }

  /** Its answer. Rejects with `ProcessEnded` if it ends instead, which it does after `timeout` milliseconds. */
  async ask(request: Frame<object>, timeout: number): Promise<Frame<DrawAnswer>> {
    const answer = this.#next(timeout, `it takes longer than ${timeout} ms to draw`)
    for (const chunk of encodeFrame(request)) this.#child.stdin?.write(chunk)
    return answer
  }

  /** Ends it, and what waits for it. */
  end(reason: Error = new ProcessEnded('the process that draws it was ended')): void {
    if (this.#isEnded) return
    this.#isEnded = true
    this.#child.kill('SIGKILL')
    this.#take()?.fail(reason)
  }
}
