/** Holds back Vite's watcher: reading all folders of a project takes as long as rendering the first story. */
import type { FSWatcher } from 'vite'
import { systemClock } from '../../common/clock.js'

/** Milliseconds between two looks at how many files are watched. */
const PAUSE = 100

/** Milliseconds after which a slow disk has been read, too. */
const LATE = 2_000

export class WatchGate {
  #isOpen = false
  /** Files and folders that were to be watched. */
  readonly #held = new Set<string>()

  /** Option `ignored` of the watcher. */
  readonly ignores = (path: string): boolean => {
    if (this.#isOpen) return false
    this.#held.add(path)
    return true
  }

  /** Watches everything from now on. @param ready - called when that is so, and once more some time later */
  async open(watcher: FSWatcher, ready: () => void): Promise<void> {
    if (this.#isOpen) return
    this.#isOpen = true
    watcher.add([...this.#held])
    this.#held.clear()
    for (let before = -1, now = 0; before !== now;) {
      await systemClock.sleep(PAUSE)
      before = now
      now = Object.values(watcher.getWatched()).reduce((sum, names) => sum + names.length, 0)
    }
    ready()
    setTimeout(ready, LATE).unref()
  }
}
