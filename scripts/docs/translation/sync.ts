/** Changes of translated pages that need no translator. */
import path from 'node:path'
import { withoutLanguageLine } from '../../package/links.ts'
import { codeWithoutComments } from './code.ts'
import { hashOf, type Hashes, readHashes, untranslated, withHashes } from './hashes.ts'
import { languageLine, type Translation, withLanguageLine } from './pages.ts'
import { type Pair, pairsOf } from './pair.ts'
import { codeBlocksOf, replaceCode } from './sections.ts'

/**
 * A translated page with the code of its original, the sections that it lacks, in English, and without those that the original
 * does not have any more.
 */
export function syncedPage(
  originalText: string,
  text: string,
  translation: Translation,
  translations: readonly Translation[],
): string {
  const { pairs } = pairsOf(originalText, text)
  const hashes: Hashes = pairs.map(({ original, hash }) => [original.anchor, hash ?? untranslated])
  const body = pairs
    .map((pair) => (pair.translated ? withCode(pair) : inEnglish(pair, translation)).trimEnd())
    .join('\n\n')
  const line = languageLine(translation.page, translations)
  return withHashes(withLanguageLine(`${body}\n`, line), translation.original, hashes)
}

/** A section with the original's code where it differs in more than comments. */
function withCode({ original, translated }: Pair): string {
  const expected = codeBlocksOf(original.text)
  const blocks = codeBlocksOf(translated!.text)
  if (expected.length !== blocks.length) return translated!.text
  let index = 0
  return replaceCode(translated!.text, () => {
    const [here, there] = [blocks[index]!, expected[index++]!]
    return codeWithoutComments(here) === codeWithoutComments(there) ? here.text : there.text
  })
}

/** A section of the original, with links as they are seen from the translated page. */
function inEnglish({ original }: Pair, translation: Translation): string {
  const from = path.posix.dirname(translation.original)
  const to = path.posix.dirname(translation.page)
  const moved = (target: string): string => {
    if (/^[a-z]+:/.test(target)) return target
    const file = target.startsWith('#')
      ? `${path.posix.basename(translation.original)}${target}`
      : target
    return path.posix.relative(to, path.posix.join(from, file))
  }
  const code = codeBlocksOf(original.text)
  let index = 0
  const text = withoutLanguageLine(original.text)
    .replace(/\]\(([^)\s]+)\)/g, (_, target: string) => `](${moved(target)})`)
    .replace(
      /\b(src|srcset|href)="([^"]+)"/g,
      (_, name: string, target: string) => `${name}="${moved(target)}"`,
    )
  return replaceCode(text, () => code[index++]!.text)
}

/**
 * A translated page whose sections are as those of its original now.
 *
 * @param anchor - of the only section to mark, in the original; all without it
 * @throws {Error} if sections are missing, or there is no such section
 */
export function updatedPage(
  originalText: string,
  text: string,
  translation: Translation,
  anchor?: string,
): string {
  const { pairs } = pairsOf(originalText, text)
  const missing = pairs
    .filter(({ translated }) => !translated)
    .map(({ original }) => original.title)
  if (missing.length > 0)
    throw new Error(`${translation.page} lacks sections: '${missing.join("', '")}'`)
  if (anchor !== undefined && !pairs.some(({ original }) => original.anchor === anchor))
    throw new Error(`${translation.original} has no section #${anchor}`)
  const hashes: Hashes = pairs.map(({ original, hash }) => [
    original.anchor,
    anchor === undefined || anchor === original.anchor ? hashOf(original) : (hash ?? untranslated),
  ])
  return withHashes(readHashes(text).text, translation.original, hashes)
}
