import type { Dictionary } from '../../page/i18n/dictionary.js'
import type { CatalogWords } from './en.js'

/** Everything that the page says in one language. */
export interface CatalogDictionary extends Dictionary {
  catalog: CatalogWords
}
