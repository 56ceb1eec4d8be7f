/**
 * Compares translated pages with their originals.
 *
 * npm run translations                                   lists what is behind; fails for code that differs, missing sections, dead links
 * npm run translations -- --sync                         copies changed code, and new sections in English
 * npm run translations -- --update docs/ja/webhook.md    marks a page as translated, after a look at each section
 * npm run translations -- --update docs/ja/webhook.md#filters    marks a section, by its anchor in the original
 */
import { writeFileSync } from 'node:fs'
import { format, resolveConfig } from 'prettier'
import { checkTranslation } from './translation/check.ts'
import { languageLine, readPage, translationsIn, withLanguageLine } from './translation/pages.ts'
import { syncedPage, updatedPage } from './translation/sync.ts'

const translations = translationsIn('.')
const [option, ...pages] = process.argv.slice(2)

/** Writes a page if it changes. */
async function write(page: string, text: string): Promise<void> {
  const config = await resolveConfig(page)
  const formatted = await format(text, { ...config, filepath: page })
  if (formatted === readPage('.', page)) return
  writeFileSync(page, formatted)
  console.log(`${page} written`)
}

async function sync(): Promise<void> {
  for (const translation of translations) {
    const { page, original } = translation
    const originalText = readPage('.', original)!
    await write(page, syncedPage(originalText, readPage('.', page)!, translation, translations))
    await write(original, withLanguageLine(originalText, languageLine(original, translations)))
  }
}

async function update(target: string): Promise<void> {
  const [page, anchor] = target.split('#')
  const translation = translations.find((one) => one.page === page)
  if (!translation)
    throw new Error(
      `${target} is not a translated page; these are: ${translations.map((one) => one.page).join(', ')}`,
    )
  const [original, text] = [translation.original, translation.page].map((file) =>
    readPage('.', file)!,
  )
  await write(page!, updatedPage(original!, text!, translation, anchor))
}

function check(): void {
  const reports = translations.map((translation) => checkTranslation(translation, translations))
  const behind = reports.flatMap((report) => report.behind)
  const errors = reports.flatMap((report) => report.errors)
  for (const line of behind) console.warn(`warning: ${line}`)
  for (const line of errors) console.error(`error: ${line}`)
  if (behind.length > 0)
    console.warn('Translate what changed, then run `npm run translations -- --update <page>`.')
  if (errors.length > 0) {
    console.error('`npm run translations -- --sync` copies code, and sections that are missing.')
    process.exitCode = 1
  }
}

if (option === undefined) check()
else if (option === '--sync' && pages.length === 0) await sync()
else if (option === '--update' && pages.length > 0) for (const page of pages) await update(page)
else throw new Error('usage: npm run translations -- [--sync | --update <page>…]')
