/** The catalog: the languages of the messages. "check" and the tests render each message in each language. */
import { defineCatalog } from 'fukidashi/catalog'

export const catalog = defineCatalog({ locales: ['en'] })
