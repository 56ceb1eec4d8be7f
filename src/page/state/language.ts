/** The language of the page: chosen before, or that of the browser. */
import type { Dictionary } from '../i18n/dictionary.js'
import { setLanguage } from '../i18n/language.js'
import { languageSetting } from '../i18n/language-setting.js'
import { look } from './api.js'

export const { begin: beginLanguage, choose: chooseLanguage } = languageSetting((to) =>
  setLanguage(to, (tag) => look<Dictionary>(`words/${tag}`)),
)
