/** The words of the catalog's page, beside those of the parts that it shares. */
import { computed, signal } from '@preact/signals'
import { fillIn, setLanguage } from '../../page/i18n/language.js'
import { languageSetting } from '../../page/i18n/language-setting.js'
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

export const { begin: beginLanguage, choose: chooseLanguage } = languageSetting(async (to) => {
  let words: CatalogWords = en
  await setLanguage(to, async (tag) => {
    const { catalog, ...rest } = await loadWords<CatalogDictionary>(tag)
    words = catalog
    return rest
  })
  dictionary.value = words
})
