/** The catalog of the project: its languages, and the context of its components. */
import { defineCatalog } from 'fukidashi/catalog'
import { type Words, wordsOf, yenIn } from './words.js'

/** The second argument of components. */
export interface ShopContext {
  words: Words
  yen: (amount: number) => string
}

export const catalog = defineCatalog({
  locales: ['ja', 'th', 'zh-TW', 'en'],
  context: (locale): ShopContext => ({ words: wordsOf(locale), yen: yenIn(locale) }),
  account: { name: 'Tea shop', iconUrl: 'https://example.com/icon.png' },
})
