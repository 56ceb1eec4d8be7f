/** Fonts from installed packages. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import {
  closest,
  type Face,
  face,
  type Family,
  isWithin,
  type Ranges,
  type Script,
} from './family.js'

interface KnownPackage {
  /** Packages with the same font, in order of preference. A variable font is a tenth of the size of a static one. */
  readonly names: readonly [string, ...string[]]
  readonly script: Script
  readonly letters: RegExp
}

const known = (id: string, script: Script, letters: RegExp): KnownPackage => ({
  names: [`@fontsource-variable/${id}`, `@fontsource/${id}`],
  script,
  letters,
})

const emoji = /[\p{Emoji_Presentation}\p{Extended_Pictographic}\u20E3]/u
const latin = /[\p{scx=Latin}\p{scx=Cyrillic}\p{scx=Greek}]/u

/** Scripts that have a font of their own, by the end of its name. */
const scripts: Readonly<Record<string, RegExp>> = {
  thai: /\p{scx=Thai}/u,
  kr: /\p{scx=Hangul}/u,
  arabic: /\p{scx=Arabic}/u,
  hebrew: /\p{scx=Hebrew}/u,
  devanagari: /\p{scx=Devanagari}/u,
  lao: /\p{scx=Lao}/u,
  khmer: /\p{scx=Khmer}/u,
  myanmar: /\p{scx=Myanmar}/u,
  armenian: /\p{scx=Armenian}/u,
  bengali: /\p{scx=Bengali}/u,
  ethiopic: /\p{scx=Ethiopic}/u,
  georgian: /\p{scx=Georgian}/u,
  kannada: /\p{scx=Kannada}/u,
  oriya: /\p{scx=Oriya}/u,
  sinhala: /\p{scx=Sinhala}/u,
  tamil: /\p{scx=Tamil}/u,
  telugu: /\p{scx=Telugu}/u,
  thaana: /\p{scx=Thaana}/u,
}

/** Supported packages, in the order in which their fonts are used. */
const knownPackages: readonly KnownPackage[] = [
  known('noto-sans-jp', 'ja', /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}]/u),
  known('noto-sans-tc', 'zh', /[\p{scx=Han}\p{scx=Bopomofo}]/u),
  known('noto-sans-sc', 'other', /\p{scx=Han}/u),
  ...Object.entries(scripts).map(([end, letters]) => known(`noto-sans-${end}`, 'other', letters)),
  known('noto-sans', 'other', latin),
  known('roboto', 'latin', latin),
  known('inter', 'latin', latin),
  { names: ['twemoji-colr-font', '@fontsource/noto-emoji'], script: 'emoji', letters: emoji },
]

/** Folder of a package: next to this library, or in the user's project. */
function folderOf(name: string): string | undefined {
  for (const from of [import.meta.url, join(process.cwd(), 'package.json')])
    try {
      return join(createRequire(from).resolve(`${name}/package.json`), '..')
    } catch {
      // Not found here; try the next folder.
    }
  return undefined
}

/** Parses `U+30-39,U+3042`. */
const rangesOf = (written: string): Ranges =>
  written.split(',').map((part) => {
    const [first = 0, last = first] = part
      .replace(/^U\+/i, '')
      .split('-')
      .map((code) => Number.parseInt(code, 16))
    return [first, last]
  })

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))

interface Metadata {
  id: string
  family: string
  weights: number[]
  /** The axes of a variable font. */
  variable?: Record<string, unknown>
}

/** Reads a Fontsource package: a file for each set of characters, and for each weight if the font is not variable. */
function fontsource(folder: string, script: Script): Family {
  const { id, family, weights, variable } = read(join(folder, 'metadata.json')) as Metadata
  // Static packages list the axes of the variable font too; only the files show which one this is.
  const axis = variable && 'wght' in variable ? 'wght' : 'standard'
  const { name } = read(join(folder, 'package.json')) as { name: string }
  const isVariable = name.startsWith('@fontsource-variable/')
  // If sets overlap, the last one is used, as in the style sheet of the package.
  const subsets = Object.entries(
    read(join(folder, 'unicode.json')) as Record<string, string>,
  ).reverse()
  const parts = subsets.map(([key, written]) => {
    const faces = new Map<number, Face>()
    return { subset: key.replace(/[[\]]/g, ''), ranges: rangesOf(written), faces }
  })
  return {
    name: family,
    script,
    faces: (codePoint, wanted) => {
      // A variable file has all weights, so it is registered once.
      const weight = isVariable ? 400 : (closest(weights, wanted) ?? 400)
      return parts
        .filter(({ ranges }) => isWithin(ranges, codePoint))
        .map(({ subset, ranges, faces }) => {
          let one = faces.get(weight)
          if (!one) {
            const file = `${id}-${subset}-${isVariable ? axis : weight}-normal.woff2`
            one = face(family, weight, ranges, join(folder, 'files', file))
            faces.set(weight, one)
          }
          return one
        })
    },
  }
}

function twemoji(folder: string): Family {
  const only = [face('Twemoji', 400, undefined, join(folder, 'twemoji.woff2'))]
  return { name: 'Twemoji', script: 'emoji', faces: () => only }
}

/** The family of a package, if it is installed. */
export function familyOfPackage(name: string): Family | undefined {
  const folder = folderOf(name)
  if (folder === undefined) return undefined
  if (name === 'twemoji-colr-font') return twemoji(folder)
  const found = knownPackages.find(({ names }) => names.includes(name))
  return fontsource(folder, found?.script ?? 'other')
}

function firstInstalled({ names }: KnownPackage): Family | undefined {
  for (const name of names) {
    const family = familyOfPackage(name)
    if (family) return family
  }
  return undefined
}

/** All installed families, one for each entry. */
export const installedFamilies = (): Family[] =>
  knownPackages.flatMap((one) => firstInstalled(one) ?? [])

/** Packages that are not installed and have the characters: those for Japanese and Chinese, or the first for the script. */
export function packagesFor(characters: readonly string[]): string[] {
  const missing = knownPackages.filter(({ names }) =>
    names.every((name) => folderOf(name) === undefined),
  )
  const names = characters.flatMap((character) => {
    const all = missing.filter(({ letters }) => letters.test(character))
    const wide = all.filter(({ script }) => script === 'ja' || script === 'zh')
    return (wide.length > 0 ? wide : all.slice(0, 1)).map((one) => one.names[0])
  })
  return [...new Set(names)]
}
