import type { Store } from './store.js'
import { attempt, say } from './toast.js'

/** Copies a text and reports it. */
export const copy = (text: string, store: Store): void =>
  attempt(navigator.clipboard.writeText(text).then(() => say(store.words.copied)))
