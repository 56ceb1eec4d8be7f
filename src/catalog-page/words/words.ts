/** The words of the catalog's page, beside those of the parts that it shares. */
import { computed, effect, signal } from '@preact/signals'
import {
  fillIn,
  type Language,
  language,
  languageOf,
  languages,
  setLanguage,
} from '../../page/i18n/language.js'
import { store, stored } from '../../page/kit/storage.js'
import { loadWords } from '../state/api.js'
import type { CatalogDictionary } from './dictionary.js'
import { type CatalogWordKey, type CatalogWords, en } from './en.js'

const dictionary = signal<CatalogWords>(en)

/** The words of the current language. */
export const text = computed(() => dictionary.value)

/** A sentence of the current language, with values. */
export const sentence = (
  key: CatalogWordKey,
  values: Readonly<Record<string, string | number>>,
): string => fillIn(text.value[key], values)

effect(() => {
  document.documentElement.lang = language.value
})

async function changeLanguage(to: Language): Promise<void> {
  let words: CatalogWords = en
  await setLanguage(to, async (tag) => {
    const { catalog, ...rest } = await loadWords<CatalogDictionary>(tag)
    words = catalog
    return rest
  })
  dictionary.value = words
}

/** Begins with the language that was chosen before, or that of the browser; with English if its words cannot be loaded. */
export function beginLanguage(): Promise<void> {
  const saved = stored('language')
  const first =
    saved !== null && Object.hasOwn(languages, saved)
      ? (saved as Language)
      : languageOf(navigator.languages)
  return changeLanguage(first).catch(() => undefined)
}

export async function chooseLanguage(to: Language): Promise<void> {
  await changeLanguage(to)
  store('language', to)
}
