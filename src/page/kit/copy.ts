import { words } from '../i18n/language.js'
import { attempt, report } from './toasts.js'

/** Copies a text and reports it. */
export const copy = (text: string): void =>
  attempt(navigator.clipboard.writeText(text).then(() => report(words.value.copied)))
