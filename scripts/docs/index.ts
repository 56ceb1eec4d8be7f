/**
 * Writes the pages that say what the code knows already: components, limits, problems, options, and `llms.txt`, the list of pages.
 *
 * tsx scripts/docs/index.ts           writes them
 * tsx scripts/docs/index.ts --check   fails if those that are committed are stale
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { format, resolveConfig } from 'prettier'
import { withLimits } from '../generate/limit-tags.ts'
import * as numbers from '../../src/spec/generated/numbers.ts'
import { llmsPage } from './llms-page.ts'
import { componentsPage } from './components-page.ts'
import { referencePage } from './reference-page.ts'
import { problemsPage } from './problems-page.ts'
import { languageLine, translationsIn, withLanguageLine } from './translation/pages.ts'

const check = process.argv.includes('--check')
const translations = translationsIn('.')
const pages = {
  'docs/components.md': componentsPage,
  'docs/problems.md': problemsPage,
  'docs/reference.md': referencePage,
  // After the pages that it quotes.
  'llms.txt': llmsPage,
}

for (const [file, write] of Object.entries(pages)) {
  const config = await resolveConfig(file)
  const text = withLanguageLine(write(), languageLine(file, translations))
  const page = await format(withLimits(text, numbers), { ...config, parser: 'markdown' })
  const before = existsSync(file) ? readFileSync(file, 'utf8') : ''
  if (page === before) continue
  if (check) {
    console.error(`${file} is stale: run \`npm run docs\` and commit it`)
    process.exitCode = 1
  } else {
    writeFileSync(file, page)
    console.log(`${file} written`)
  }
}
