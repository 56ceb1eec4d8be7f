/** The language that a user of a page chose, kept for the next visit. */
import { effect } from '@preact/signals'
import { store, stored } from '../kit/storage.js'
import { type Language, language, languageOf, languages } from './language.js'

effect(() => {
  document.documentElement.lang = language.value
})

/**
 * Makes the functions of a page that begin with a language and change it.
 *
 * @param change - loads the words of a language and shows them
 */
export const languageSetting = (change: (to: Language) => Promise<void>) => ({
  /** Begins with the language that was chosen before, or that of the browser; with English if its words cannot be loaded. */
  begin: (): Promise<void> => {
    const saved = stored('language')
    const first =
      saved !== null && Object.hasOwn(languages, saved)
        ? (saved as Language)
        : languageOf(navigator.languages)
    return change(first).catch(() => undefined)
  },
  choose: async (to: Language): Promise<void> => {
    await change(to)
    store('language', to)
  },
})
