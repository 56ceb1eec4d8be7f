/** The thread that watches the main thread. Bundled into a string, so that it needs no file of its own. */
import { writeSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { findPlace, type Paused } from './find-place.js'
import type { Beat, WatchSettings } from './protocol.js'

const { warn, end, root } = workerData as WatchSettings
let isDebugged = false
/** Ticks since the last beat. A machine that slept has missed ticks too, so that sleep is not taken for a loop. */
let ticks = 0

parentPort!.on('message', (beat: Beat) => {
  ticks = 0
  isDebugged = beat.isDebugged
})

setInterval(() => {
  if (isDebugged) return
  ticks++
  if (ticks === warn)
    void report(`Nothing else can run meanwhile. The command ends itself after ${end} s.`)
  if (ticks === end)
    void report('Does a loop never end? The command ends.', (paused) =>
      // Files are saved, folders removed.
      paused?.evaluate(`process.emit('exit', 1)`),
    ).finally(() => process.kill(process.pid, 'SIGKILL'))
}, 1_000)

async function report(
  advice: string,
  then: (paused: Paused | undefined) => Promise<void> | undefined = () => undefined,
): Promise<void> {
  const blocked = ticks
  await findPlace(root, async (place, paused) => {
    if (ticks < blocked) return
    writeSync(
      2,
      `\nfukidashi: ${place ?? 'Code'} has been running for ${blocked} s without a pause. ${advice}\n`,
    )
    await then(paused)
  })
}
