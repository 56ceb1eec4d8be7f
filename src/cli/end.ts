/** Saves before the command ends. */

/** Ctrl+C, `kill`, a closed terminal, Ctrl+Break on Windows. */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGBREAK'] as const

/** How many further signals are ignored while saving: `npm run` and terminals send two for one Ctrl+C. */
const IGNORED = 2

/** How something is saved. */
export interface Saving {
  save(): Promise<void>
  /** The same before the process ends at once: the bot called `process.exit`, or runs in a loop that never ends. */
  saveNow(): void
  /** Named in errors. */
  file: string
}

/** Saves and ends the process at a signal: with 0, or with 1 and the reason if saving failed. Saves too when the process ends otherwise. */
export function endWith(saving: Saving | undefined): void {
  let signalCount = 0
  let isSettled = saving === undefined
  const fail = (error: unknown) =>
    console.error(`fukidashi: ${saving!.file} could not be saved: ${(error as Error).message}`)
  const end = () => {
    signalCount++
    if (signalCount > 1 + IGNORED) process.exit(1)
    if (signalCount > 1) return
    Promise.resolve(saving?.save()).then(
      () => {
        isSettled = true
        process.exit(0)
      },
      (error: unknown) => {
        isSettled = true
        fail(error)
        process.exit(1)
      },
    )
  }
  for (const signal of signals) process.on(signal, end)
  // Before other listeners unlock the file.
  process.prependListener('exit', () => {
    if (isSettled) return
    try {
      saving!.saveNow()
    } catch (error) {
      fail(error)
    }
  })
}

/** Ignores errors of a closed terminal or pipe, so that the process saves before it ends. */
export function outliveOutput(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
}
