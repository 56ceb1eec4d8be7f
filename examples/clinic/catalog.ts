/** The catalog of the clinic's messages, in its languages. */
import { defineCatalog } from 'fukidashi/catalog'
import { contextOf, locales } from './words/index.js'

export const catalog = defineCatalog({
  locales,
  context: contextOf,
  account: { name: 'Sakura Clinic' },
})
