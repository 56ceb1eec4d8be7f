/** The catalog: the languages of the messages. "check" and the tests render each message in each language. */
import { defineCatalog } from 'fukidashi/catalog'
import { locales, type Words, wordsOf } from './words.js'

export const catalog = defineCatalog({
  locales,
  context: (locale): { words: Words } => ({ words: wordsOf(locale) }),
  account: { name: 'Tea shop' },
})
