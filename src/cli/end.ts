/** Saves before the command ends. */

/** Ctrl+C, `kill`, a closed terminal, Ctrl+Break on Windows. */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGBREAK'] as const

/** How many further signals are ignored while saving: `npm run` and terminals send two for one Ctrl+C. */
const IGNORED = 2

/**
 * Saves and ends the process at a signal: with 0, or with 1 and the reason if saving failed.
 *
 * @param file - for the reason
 */
export function endWith(save: () => Promise<void>, file: string | undefined): void {
  let signalCount = 0
  const end = () => {
    signalCount++
    if (signalCount > 1 + IGNORED) process.exit(1)
    if (signalCount > 1) return
    save().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(`fukidashi: ${file} could not be saved: ${(error as Error).message}`)
        process.exit(1)
      },
    )
  }
  for (const signal of signals) process.on(signal, end)
}

/** Ignores errors of a closed terminal or pipe, so that the process saves before it ends. */
export function outliveOutput(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
}
