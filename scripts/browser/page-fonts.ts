/**
 * Fonts from packages for the pages of tests and screenshots, so that sizes do not depend on the machine's fonts. A script adds them
 * from bytes, because the pages' policies, which are the same as for users, forbid loading fonts.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const require = createRequire(import.meta.url)

/** One font file, as JSON for the page. */
interface FontFile {
  family: string
  weight: string
  unicodeRange: string
  base64: string
}

const folderOf = (name: string): string => join(require.resolve(`${name}/package.json`), '..')

const cache = new Map<string, string>()

function base64(path: string): string {
  let text = cache.get(path)
  if (text === undefined) {
    text = readFileSync(path).toString('base64')
    cache.set(path, text)
  }
  return text
}

type Range = readonly [first: number, last: number]

/** The files of a variable font, with the characters that each has. */
interface Subset {
  path: string
  family: string
  unicodeRange: string
  ranges: readonly Range[]
}

function subsetsOf(name: string): Subset[] {
  const folder = folderOf(name)
  const read = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'))
  const { id, family } = read('metadata.json') as { id: string; family: string }
  return Object.entries(read('unicode.json') as Record<string, string>).map(
    ([key, unicodeRange]) => ({
      path: join(folder, 'files', `${id}-${key.replace(/[[\]]/g, '')}-wght-normal.woff2`),
      family,
      unicodeRange,
      ranges: unicodeRange.split(',').map((range): Range => {
        const [first = 0, last = first] = range
          .replace(/^U\+/i, '')
          .split('-')
          .map((code) => Number.parseInt(code, 16))
        return [first, last]
      }),
    }),
  )
}

const packages = {
  ja: subsetsOf('@fontsource-variable/noto-sans-jp'),
  zh: subsetsOf('@fontsource-variable/noto-sans-tc'),
  th: subsetsOf('@fontsource-variable/noto-sans-thai'),
  inter: subsetsOf('@fontsource-variable/inter'),
  roboto: subsetsOf('@fontsource-variable/roboto'),
}

const twemoji = (): FontFile => ({
  family: 'Twemoji',
  weight: '400',
  unicodeRange: 'U+0-10FFFF',
  base64: base64(join(folderOf('twemoji-colr-font'), 'twemoji.woff2')),
})

/** The printable letters of ASCII. */
export const ascii = String.fromCharCode(...Array.from({ length: 95 }, (_, index) => 32 + index))

/** The font families in the order in which characters are looked up. */
function fontStack(han: 'ja' | 'zh' = 'ja'): string {
  const families = ['Noto Sans JP', 'Noto Sans TC']
  if (han === 'zh') families.reverse()
  return [...families, 'Noto Sans Thai', 'Twemoji'].map((name) => `'${name}'`).join(',')
}

/** The font files that have characters of these texts. */
function filesFor(texts: string): FontFile[] {
  const codes = [...new Set(`${texts}…`)].map((character) => character.codePointAt(0)!)
  const files = Object.values(packages)
    .flat()
    .filter(({ ranges }) =>
      ranges.some(([first, last]) => codes.some((code) => code >= first && code <= last)),
    )
    .map(({ path, family, unicodeRange }) => ({
      family,
      weight: '100 900',
      unicodeRange,
      base64: base64(path),
    }))
  return /\p{Emoji_Presentation}/u.test(texts) ? [...files, twemoji()] : files
}

/** Rules for a preview and its phones: each has its own font for Latin letters, and the language decides about the others. */
function fontRules(selector: string, han: 'ja' | 'zh' | undefined): string {
  const all = `:is(${selector})`
  const rule = (where: string, forms: 'ja' | 'zh' | undefined) =>
    `${where}{font-family:var(--test-latin),${fontStack(forms)} !important}`
  const latin = ['Inter', 'Roboto'].map((name) => {
    const named = `[style*="${name} Variable"]`
    return `${all}${named},${all} ${named}{--test-latin:'${name}'}`
  })
  return [
    `${all}{--test-latin:'none'}`,
    ...latin,
    rule(`${all},${all} [style*=" Variable"]`, han),
    rule(`${all} [lang|=zh]`, 'zh'),
    rule(`${all} [lang=ja]`, 'ja'),
    '.fk-image[data-missing]::before{font-family:inherit !important}',
  ].join('')
}

/**
 * A script for the page that adds the fonts for these texts and draws everything with them.
 *
 * @returns the source of an expression; its value is a promise that is fulfilled when the fonts are ready
 */
export const fontScript = (texts: string, selector: string, han?: 'ja' | 'zh'): string =>
  `(async () => {
    const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
    const key = ({ family, unicodeRange }) => family.replace(/["']/g, '') + unicodeRange
    const known = new Set([...document.fonts].map((font) => font.key))
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(${JSON.stringify(fontRules(selector, han))})
    document.adoptedStyleSheets = [sheet]
    await Promise.all(${JSON.stringify(filesFor(texts))}.filter((file) => !known.has(key(file))).map((file) => {
      const { family, weight, unicodeRange, base64 } = file
      const font = Object.assign(new FontFace(family, bytes(base64), { weight, unicodeRange }), { key: key(file) })
      document.fonts.add(font)
      return font.load()
    }))
    await document.fonts.ready
  })()`
