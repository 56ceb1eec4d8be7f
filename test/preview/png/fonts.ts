/** The same font files for the browser and for PNG, as style rules of a page. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const require = createRequire(import.meta.url)

const folderOf = (name: string): string => join(require.resolve(`${name}/package.json`), '..')

const base64 = (path: string): string =>
  `url(data:font/woff2;base64,${readFileSync(path).toString('base64')}) format('woff2')`

/** Code points of the texts, so that a page holds only the parts of a font that it needs. */
const isNeeded = (ranges: string, texts: string): boolean => {
  const pairs = ranges.split(',').map((range) => {
    const [first = 0, last = first] = range
      .replace(/^U\+/i, '')
      .split('-')
      .map((code) => Number.parseInt(code, 16))
    return [first, last] as const
  })
  return Array.from(texts).some((character) =>
    pairs.some(([first, last]) => {
      const code = character.codePointAt(0)!
      return code >= first && code <= last
    }),
  )
}

function rules(name: string, weights: readonly number[], texts: string): string {
  const folder = folderOf(name)
  const { id, family } = JSON.parse(readFileSync(join(folder, 'metadata.json'), 'utf8')) as {
    id: string
    family: string
  }
  const subsets = JSON.parse(readFileSync(join(folder, 'unicode.json'), 'utf8')) as Record<
    string,
    string
  >
  return Object.entries(subsets)
    .filter(([, ranges]) => isNeeded(ranges, texts))
    .flatMap(([key, ranges]) =>
      weights.map((weight) => {
        const file = `${id}-${key.replace(/[[\]]/g, '')}-${weight}-normal.woff2`
        return `@font-face{font-family:'${family}';font-weight:${weight};unicode-range:${ranges};src:${base64(join(folder, 'files', file))}}`
      }),
    )
    .join('\n')
}

/** Fonts for a page that shows these texts, in the order in which a PNG asks them. */
export function fontStyles(texts: string, han: 'ja' | 'zh'): string {
  const packages = ['@fontsource/noto-sans-jp', '@fontsource/noto-sans-tc']
  if (han === 'zh') packages.reverse()
  packages.push('@fontsource/noto-sans-thai')
  const families = ['Noto Sans JP', 'Noto Sans TC']
  if (han === 'zh') families.reverse()
  const stack = [...families, 'Noto Sans Thai', 'Twemoji'].map((name) => `'${name}'`).join(',')
  const emoji = `@font-face{font-family:Twemoji;src:${base64(join(folderOf('twemoji-colr-font'), 'twemoji.woff2'))}}`
  return `${packages.map((name) => rules(name, [400, 500, 700], `${texts}…`)).join('\n')}
${/\p{Emoji_Presentation}/u.test(texts) ? emoji : ''}
.fk-root{font-family:${stack} !important}
.fk-image[data-missing]::before{font-family:inherit !important}`
}
