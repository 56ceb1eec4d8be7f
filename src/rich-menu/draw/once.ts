/** Calls an asynchronous function once; again only after a failure. */
export function once<T>(start: () => Promise<T>): () => Promise<T> {
  let started: Promise<T> | undefined
  return () => {
    if (!started) {
      started = start()
      started.catch(() => (started = undefined))
    }
    return started
  }
}
