/** The language of the page. English is part of the page; other languages are loaded when they are chosen. */
import { computed, signal } from '@preact/signals'
import { deedWords as english } from '../generated/deeds.js'
import type { Dictionary } from './dictionary.js'
import { en, type WordKey } from './words/en.js'

/** Languages by their tag, with their own names. */
export const languages = {
  en: 'English',
  ja: '日本語',
  th: 'ภาษาไทย',
  'zh-TW': '繁體中文',
} as const

export type Language = keyof typeof languages

const dictionary = signal<Dictionary>({ words: en, deeds: english })

/** The current language. Changes when its words are there. */
export const language = signal<Language>('en')

export const words = computed(() => dictionary.value.words)
export const deedWords = computed(() => dictionary.value.deeds)

/** Changes the language. */
export async function setLanguage(
  to: Language,
  load: (language: Language) => Promise<Dictionary>,
): Promise<void> {
  dictionary.value = to === 'en' ? { words: en, deeds: english } : await load(to)
  language.value = to
}

/** Replaces `{name}` by values. */
export const fillIn = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (match, name: string) => String(values[name] ?? match))

/** A sentence of the current language, with values. */
export const say = (key: WordKey, values: Readonly<Record<string, string | number>>): string =>
  fillIn(words.value[key], values)

/** The first language of a browser that the page has. */
export function languageOf(tags: readonly string[]): Language {
  for (const tag of tags) {
    const [first = ''] = tag.toLowerCase().split('-')
    if (first === 'zh') return 'zh-TW'
    if (first in languages) return first as Language
  }
  return 'en'
}
