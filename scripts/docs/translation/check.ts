/** Compares a translated page with its original. */
import { deadLinks } from '../../../test/docs/dead-links.ts'
import { codeWithoutComments } from './code.ts'
import { hashOf, readHashes, untranslated } from './hashes.ts'
import { languageLine, readPage, type Translation } from './pages.ts'
import { type Pair, pairsOf } from './pair.ts'
import { codeBlocksOf, sectionsOf } from './sections.ts'

export interface Report {
  /** What a translator should look at. */
  behind: string[]
  /** What is broken: code that differs, missing sections, dead links. */
  errors: string[]
}

/** @param root - the folder with README.md and `docs` */
export function checkTranslation(
  translation: Translation,
  translations: readonly Translation[],
  root = '.',
): Report {
  const { page, original } = translation
  const text = readPage(root, page)!
  const originalText = readPage(root, original)
  if (originalText === undefined)
    return { behind: [], errors: [`${page} translates ${original}, which does not exist`] }

  const { pairs, extra, sameOrder } = pairsOf(originalText, text)
  const errors = [
    ...countErrors(page, text),
    ...extra.map(({ title }) => `${page}: ${original} has no section for '${title}'`),
    ...(sameOrder ? [] : [`${page}: its sections are not in the order of ${original}`]),
    ...pairs.flatMap((pair) => pairErrors(page, pair)),
    ...[original, page].flatMap((one) => languageErrors(one, translations, root)),
    ...deadLinks(page, root).map((link) => `${link} leads nowhere`),
  ]
  return { behind: pairs.flatMap((pair) => behindOf(page, pair)), errors }
}

const nameOf = ({ original }: Pair) => `section '${original.title}'`

function behindOf(page: string, pair: Pair): string[] {
  if (pair.translated === undefined || pair.hash === hashOf(pair.original)) return []
  const state = pair.hash === untranslated ? 'is not translated' : 'changed'
  return [`${page} is behind: ${nameOf(pair)} ${state}`]
}

function pairErrors(page: string, pair: Pair): string[] {
  if (!pair.translated) return [`${page} has no ${nameOf(pair)}`]
  const { original, translated } = pair
  if (original.level !== translated.level)
    return [`${page}: the heading of ${nameOf(pair)} has another level`]
  const expected = codeBlocksOf(original.text)
  const blocks = codeBlocksOf(translated.text)
  if (expected.length !== blocks.length)
    return [
      `${page}: ${nameOf(pair)} has ${String(blocks.length)} code blocks, the original has ${String(expected.length)}`,
    ]
  return expected.flatMap((block, index) =>
    codeWithoutComments(block) === codeWithoutComments(blocks[index]!)
      ? []
      : [`${page}: code block ${String(index + 1)} of ${nameOf(pair)} differs from the original`],
  )
}

/** The comment names the sections of its page in order, so it has as many lines. */
function countErrors(page: string, text: string): string[] {
  const { hashes, text: visible } = readHashes(text)
  const count = sectionsOf(visible).length
  if (hashes.length === 0)
    return [
      `${page} has no list of translated sections: run \`npm run translations -- --update ${page}\``,
    ]
  if (hashes.length === count) return []
  return [`${page} has ${String(count)} sections, and its comment lists ${String(hashes.length)}`]
}

function languageErrors(
  page: string,
  translations: readonly Translation[],
  root: string,
): string[] {
  const line = languageLine(page, translations)!
  return readPage(root, page)!.includes(`\n\n${line}\n\n`)
    ? []
    : [`${page} has no line '${line}' below its title`]
}
