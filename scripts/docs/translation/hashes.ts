/** The comment at the end of a translated page: the state of each section of the original that was translated. */
import { createHash } from 'node:crypto'
import { codeComments } from './code.ts'
import { withoutLanguageLine } from '../../package/links.ts'
import { codeBlocksOf, replaceCode, type Section } from './sections.ts'

/** Anchors of the original's sections in the order of the translated page, each with a hash. */
export type Hashes = [anchor: string, hash: string][]

/** Instead of a hash: the section is in English still. */
export const untranslated = 'untranslated'

const comment = /\n*<!-- The sections of \S+ that are translated here\.[^\n]*\n([\s\S]*?)-->\s*$/

/**
 * Hash of a section's title, prose and comments of code. Other code is compared itself; line breaks and the widths of
 * tables do not count.
 */
export function hashOf({ text }: Section): string {
  const comments = codeBlocksOf(text).flatMap(codeComments)
  const prose = replaceCode(withoutLanguageLine(text), () => '')
    .replace(/-{3,}/g, '---')
    .replace(/\s+/g, ' ')
    .trim()
  return createHash('sha256')
    .update([prose, ...comments].join('\n'))
    .digest('hex')
    .slice(0, 10)
}

/** Splits a translated page into what readers see and the hashes. */
export function readHashes(page: string): { text: string; hashes: Hashes } {
  const [, lines = ''] = comment.exec(page) ?? []
  const hashes = lines
    .trim()
    .split('\n')
    .filter(Boolean)
    .map((line) => line.split(' ') as [string, string])
  return { text: `${page.replace(comment, '').trimEnd()}\n`, hashes }
}

export function withHashes(text: string, original: string, hashes: Hashes): string {
  const lines = hashes.map((pair) => pair.join(' ')).join('\n')
  return `${text.trimEnd()}\n\n<!-- The sections of ${original} that are translated here. Written by \`npm run translations\`.\n${lines}\n-->\n`
}
