/** The files that the package has in another form than the repository: its manifest and its pages. */
import { readFileSync } from 'node:fs'
import { withoutDeadLinks, withoutLanguageLine } from './links.ts'
import { packedManifest } from './manifest.ts'

/** The new text of each file that changes, by path, for a package of these files. */
export function packedTexts(files: readonly string[]): Map<string, string> {
  const exists = (file: string): boolean =>
    files.includes(file) || files.some((one) => one.startsWith(`${file.replace(/\/$/, '')}/`))
  const texts = new Map<string, string>()
  for (const file of files) {
    if (file !== 'package.json' && !file.endsWith('.md')) continue
    const text = readFileSync(file, 'utf8')
    const packed =
      file === 'package.json'
        ? packedManifest(text)
        : withoutDeadLinks(file, withoutLanguageLine(text), exists)
    if (packed !== text) texts.set(file, packed)
  }
  return texts
}
