/** Translated pages, the pages that they translate, and the links between them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { withoutLanguageLine } from '../../package/links.ts'

/** Folders of `docs/` that have translations, and the languages' own names. */
const languages: Readonly<Record<string, string>> = {
  ja: '日本語',
  th: 'ไทย',
  'zh-TW': '繁體中文',
}

export interface Translation {
  /** Path from the root: `docs/ja/webhook.md`. */
  page: string
  language: string
  /** Path of the English page: `docs/webhook.md`; of `docs/ja/README.md`, `README.md`. */
  original: string
}

/** All translated pages. Throws for a folder that is a language without a name here. */
export function translationsIn(root: string): Translation[] {
  const docs = path.join(root, 'docs')
  const folders = readdirSync(docs, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
  for (const folder of folders)
    if (/^[a-z]{2}(?:-[A-Z]{2})?$/.test(folder) && !(folder in languages))
      throw new Error(`docs/${folder}: add its language to scripts/docs/translation/pages.ts`)
  return Object.keys(languages)
    .filter((language) => folders.includes(language))
    .flatMap((language) =>
      readdirSync(path.join(docs, language), { recursive: true, encoding: 'utf8' })
        .map((file) => file.replaceAll(path.sep, '/'))
        .filter((file) => file.endsWith('.md'))
        .sort()
        .map((file) => ({
          page: `docs/${language}/${file}`,
          language,
          original: file === 'README.md' ? file : `docs/${file}`,
        })),
    )
}

export const isTranslated = (page: string): boolean => page.split('/')[1]! in languages

/**
 * The line with links to a page in all its languages, the page's own name without a link.
 *
 * @returns `undefined` for a page without translations
 */
export function languageLine(
  page: string,
  translations: readonly Translation[],
): string | undefined {
  const own = translations.find((translation) => translation.page === page)
  const original = own?.original ?? page
  const others = translations.filter((translation) => translation.original === original)
  if (others.length === 0) return undefined
  const link = (name: string, target: string) =>
    target === page ? name : `[${name}](${path.posix.relative(path.posix.dirname(page), target)})`
  return [
    link('English', original),
    ...others.map(({ language, page: target }) => link(languages[language]!, target)),
  ].join(' · ')
}

/** Puts the line with links to other languages below the title of a page. */
export function withLanguageLine(text: string, line: string | undefined): string {
  const plain = withoutLanguageLine(text)
  return line === undefined ? plain : plain.replace(/^# .*\n\n/m, (title) => `${title}${line}\n\n`)
}

export const readPage = (root: string, page: string): string | undefined => {
  const file = path.join(root, page)
  return existsSync(file) ? readFileSync(file, 'utf8').replaceAll('\r\n', '\n') : undefined
}
