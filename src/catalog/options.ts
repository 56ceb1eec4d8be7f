/** Checks of the options of catalogs and stories. */
import { isRecord } from '../common/json.js'
import { closest, either } from '../common/words.js'
import { CatalogError } from './errors.js'

const invalid = (message: string) => new CatalogError('option_invalid', message)

/**
 * Refuses options that a function does not have.
 *
 * @param where - how users call it: `card.story()`
 * @throws {CatalogError} `option_invalid`, with the option that was probably meant
 */
export function checkNames(where: string, options: unknown, names: readonly string[]): void {
  if (!isRecord(options)) throw invalid(`${where} takes an object with options: ${either(names)}.`)
  for (const name of Object.keys(options)) {
    if (names.includes(name)) continue
    const meant = closest(name, names)
    throw invalid(
      `${where} has no option ${JSON.stringify(name)}. ` +
        (meant === undefined ? `Its options are ${names.join(', ')}.` : `Did you mean ${meant}?`),
    )
  }
}

/** BCP 47 tags and names alike, but nothing that would not fit into a file name or a table. */
const localePattern = /^[A-Za-z0-9][A-Za-z0-9_-]{0,34}$/

/** @throws {CatalogError} `option_invalid` */
export function checkLocales(where: string, locales: readonly string[]): void {
  if (!Array.isArray(locales) || locales.length === 0)
    throw invalid(`${where}: locales must be an array with at least one locale, such as ['ja'].`)
  locales.forEach((locale: unknown, i) => {
    if (typeof locale !== 'string' || !localePattern.test(locale))
      throw invalid(
        `${where}: ${JSON.stringify(locale)} is not a locale. Use letters, digits, - and _, such as ja or zh-TW.`,
      )
    if (locales.indexOf(locale) !== i)
      throw invalid(`${where}: the locale ${locale} is given twice.`)
  })
}

/**
 * The locales of a story.
 * @throws {CatalogError} `option_invalid`
 */
export function localesOf<L extends string>(
  where: string,
  all: readonly L[],
  locales: readonly L[] | undefined,
): readonly L[] {
  if (locales === undefined) return all
  checkLocales(where, locales)
  const unknown = locales.find((locale) => !all.includes(locale))
  if (unknown !== undefined)
    throw invalid(`${where}: the catalog has no locale ${unknown}. It has ${all.join(', ')}.`)
  // In the order of the catalog, so that reports of all stories look alike.
  return all.filter((locale) => locales.includes(locale))
}

/**
 * The title of a story, with blanks around its levels removed.
 * @throws {CatalogError} `option_invalid`
 */
export function titleOf(where: string, title: unknown): string {
  const levels = typeof title === 'string' ? title.split('/').map((level) => level.trim()) : []
  if (levels.length === 0 || levels.includes(''))
    throw invalid(
      `${where}: title must be a text whose levels are separated by slashes, such as 'Shop/Item card'.`,
    )
  return levels.join('/')
}
