/** The language of the page: chosen before, or that of the browser. */
import { effect } from '@preact/signals'
import type { Dictionary } from '../i18n/dictionary.js'
import { type Language, language, languageOf, languages, setLanguage } from '../i18n/language.js'
import { store, stored } from '../kit/storage.js'
import { look } from './api.js'

const load = (to: Language): Promise<Dictionary> => look<Dictionary>(`words/${to}`)

effect(() => {
  document.documentElement.lang = language.value
})

/** Begins with a language; with English if its words cannot be loaded. */
export function beginLanguage(): Promise<void> {
  const saved = stored('language')
  const first =
    saved !== null && Object.hasOwn(languages, saved)
      ? (saved as Language)
      : languageOf(navigator.languages)
  return setLanguage(first, load).catch(() => undefined)
}

export async function chooseLanguage(to: Language): Promise<void> {
  await setLanguage(to, load)
  store('language', to)
}
