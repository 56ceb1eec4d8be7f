import type { Store } from './store.js'
import { attempt, say } from './toast.js'

/** Puts a text on the clipboard, and says so. */
export const copy = (text: string, store: Store): void =>
  attempt(navigator.clipboard.writeText(text).then(() => say(store.words.copied)))
