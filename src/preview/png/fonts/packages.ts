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

const noto = (id: string, script: Script, letters: RegExp): KnownPackage => ({
  names: [`@fontsource-variable/${id}`, `@fontsource/${id}`],
  script,
  letters,
})

const emoji = /[\p{Emoji_Presentation}\p{Extended_Pictographic}\u20E3]/u

/** Supported packages, in the order in which their fonts are used. */
const knownPackages: readonly KnownPackage[] = [
  noto('noto-sans-jp', 'ja', /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u),
  noto('noto-sans-tc', 'zh', /[\p{Script=Han}\p{Script=Bopomofo}]/u),
  noto('noto-sans-thai', 'other', /\p{Script=Thai}/u),
  noto('noto-sans-kr', 'other', /\p{Script=Hangul}/u),
  noto('noto-sans', 'other', /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u),
  noto('noto-sans-arabic', 'other', /\p{Script=Arabic}/u),
  noto('noto-sans-hebrew', 'other', /\p{Script=Hebrew}/u),
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
  const known = knownPackages.find(({ names }) => names.includes(name))
  return fontsource(folder, known?.script ?? 'other')
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
  knownPackages.flatMap((known) => firstInstalled(known) ?? [])

/** Packages with such characters that are not installed. */
export const packagesFor = (characters: readonly string[]): string[] =>
  knownPackages
    .filter(
      ({ names, letters }) =>
        characters.some((character) => letters.test(character)) &&
        names.every((name) => folderOf(name) === undefined),
    )
    .map(({ names }) => names[0])
