/** The process that draws untrusted images: how it is started, used and ended. */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import type { Readable, Writable } from 'node:stream'
import { program } from '../generated/outside-program.js'
import { PngError } from '../problems.js'
import { takumiUrl } from '../takumi.js'
import { encodeFrame, type Frame, FrameReader } from './frames.js'
import type { DrawAnswer } from './protocol.js'

/** Limits of a process. */
export interface ProcessLimits {
  /** Bytes of memory. */
  readonly memory: number
  /** Milliseconds until it is ready. */
  readonly start: number
  /** Bytes of a response. */
  readonly answer: number
}

/** The image crashed the process, or the process was ended because of it. */
export class ProcessEnded extends Error {}

const shell = '/bin/sh'

/** If there is a shell, the system limits the memory. On every system, the process also checks its own memory. */
function command(memory: number): [file: string, args: string[]] {
  // The JavaScript heap is almost empty: images are outside of it.
  const args = ['--max-old-space-size=64', '--input-type=module', '-e', program]
  args.push(takumiUrl(), String(memory))
  if (process.platform === 'win32' || !existsSync(shell)) return [process.execPath, args]
  const limited = 'ulimit -c 0; ulimit -d "$1"; shift; exec "$@"'
  const kilobytes = String(Math.ceil(memory / 1024))
  return [shell, ['-c', limited, 'sh', kilobytes, process.execPath, ...args]]
}

/** Only these variables are passed on, so that the process gets no secrets. */
function environment(): Record<string, string> {
  const names = ['PATH', 'LD_LIBRARY_PATH', 'SystemRoot', 'windir', 'TEMP', 'TMP', 'TMPDIR']
  const entries = names.flatMap((name) => {
    const value = process.env[name]
    return value === undefined ? [] : [[name, value]]
  })
  return {
    ...(Object.fromEntries(entries) as Record<string, string>),
    // Only one image is drawn at a time.
    UV_THREADPOOL_SIZE: '1',
    RAYON_NUM_THREADS: '1',
    MALLOC_ARENA_MAX: '2',
    ELECTRON_RUN_AS_NODE: '1',
  }
}

const unavailable = (why: string, cause?: unknown): PngError =>
  new PngError(
    'process_unavailable',
    `Untrusted images are drawn in a separate process, which could not be started: ${why}. ` +
      'Permit this process to start Node, or set `trustImages` for the images that you trust: they are drawn in this process',
    { cause },
  )

type Waiting = { done: (frame: Frame<DrawAnswer>) => void; fail: (error: Error) => void }

/** A running process. It does not keep this process alive while it has nothing to draw. */
export class DrawingProcess {
  readonly #child: ChildProcess
  readonly #pipes: readonly (Readable | Writable)[]
  #waiting: Waiting | undefined
  #errorOutput = ''
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
        this.end(new ProcessEnded('the drawing process sent an invalid response'))
      }
    })
    stderr?.on('data', (chunk: Buffer) => {
      this.#errorOutput = (this.#errorOutput + chunk.toString()).slice(-2_000)
    })
    // An error of a pipe also ends the process, and that gives a better reason.
    for (const pipe of this.#pipes) pipe.on('error', () => undefined)
    child.on('error', (error) => this.end(error))
    child.on('close', (code, signal) => this.end(this.#reason(code, signal)))
  }

  /** Starts a process and waits until it is ready. */
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
      const stderr = started.#errorOutput.trim().split('\n').slice(-3).join(' ')
      throw unavailable(stderr || (error instanceof Error ? error.message : String(error)), error)
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
    const needsMemory =
      signal === 'SIGKILL' || /memory allocation|out of memory/i.test(this.#errorOutput)
    return new ProcessEnded(
      needsMemory
        ? 'it needs more memory than permitted'
        : `it crashes the drawing process (${signal ?? code})`,
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
    // The pipes of a process are sockets.
    for (const pipe of this.#pipes) (pipe as Partial<Record<typeof does, () => void>>)[does]?.()
  }

  async #next(timeout: number, late: string): Promise<Frame<DrawAnswer>> {
    if (this.#isEnded) throw new ProcessEnded('the drawing process has ended')
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

  /** Sends a request. Rejects with `ProcessEnded` if the process ends, at the latest after `timeout` milliseconds. */
  async ask(request: Frame<object>, timeout: number): Promise<Frame<DrawAnswer>> {
    const answer = this.#next(timeout, `it takes longer than ${timeout} ms to draw`)
    for (const chunk of encodeFrame(request)) this.#child.stdin?.write(chunk)
    return answer
  }

  /** Ends the process, and rejects the pending request. */
  end(reason: Error = new ProcessEnded('the drawing process was ended')): void {
    if (this.#isEnded) return
    this.#isEnded = true
    this.#child.kill('SIGKILL')
    this.#take()?.fail(reason)
  }
}
