import type { Words } from './words/en.js'

/** Everything that the page says in one language. */
export interface Dictionary {
  words: Words
  /** Names of what people and groups can do: `person.blocks`. */
  deeds: Readonly<Record<string, string>>
}
