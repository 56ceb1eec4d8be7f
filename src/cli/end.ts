/** How the command ends: what is to be saved is saved first. */

/** Ctrl+C, `kill`, a closed terminal, Ctrl+Break on Windows. */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGBREAK'] as const

/** Signals that are ignored while saving: `npm run` and terminals send two for one Ctrl+C. */
const IGNORED = 2

/**
 * Saves and ends the process when it is told to end: with 0, or with 1 and the reason when it could not be saved.
 *
 * @param file - for the reason
 */
export function endWith(save: () => Promise<void>, file: string | undefined): void {
  let told = 0
  const end = () => {
    told++
    if (told > 1 + IGNORED) process.exit(1)
    if (told > 1) return
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

/** A closed terminal or pipe takes no more words. That is no reason to end without saving. */
export function outliveOutput(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
}
