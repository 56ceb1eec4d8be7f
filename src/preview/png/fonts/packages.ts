/** Fonts that are installed as packages. */
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

/** What is looked for, in the order in which it is asked for a character. */
export const knownPackages: readonly (readonly [name: string, script: Script, letters: RegExp])[] =
  [
    ['@fontsource/noto-sans-jp', 'ja', /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u],
    ['@fontsource/noto-sans-tc', 'zh', /[\p{Script=Han}\p{Script=Bopomofo}]/u],
    ['@fontsource/noto-sans-thai', 'other', /\p{Script=Thai}/u],
    ['@fontsource/noto-sans-kr', 'other', /\p{Script=Hangul}/u],
    ['@fontsource/noto-sans', 'other', /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u],
    ['@fontsource/noto-sans-arabic', 'other', /\p{Script=Arabic}/u],
    ['@fontsource/noto-sans-hebrew', 'other', /\p{Script=Hebrew}/u],
    ['twemoji-colr-font', 'emoji', /[\p{Emoji_Presentation}\p{Extended_Pictographic}\u20E3]/u],
    ['@fontsource/noto-emoji', 'emoji', /[\p{Emoji_Presentation}\p{Extended_Pictographic}\u20E3]/u],
  ]

/** Where a package is: beside this library, or in the project that runs. */
function folderOf(name: string): string | undefined {
  for (const from of [import.meta.url, join(process.cwd(), 'package.json')])
    try {
      return join(createRequire(from).resolve(`${name}/package.json`), '..')
    } catch {
      // Not there; looked for in the next place.
    }
  return undefined
}

/** `U+30-39,U+3042` as ranges. */
const rangesOf = (written: string): Ranges =>
  written.split(',').map((part) => {
    const [first = 0, last = first] = part
      .replace(/^U\+/i, '')
      .split('-')
      .map((code) => Number.parseInt(code, 16))
    return [first, last]
  })

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))

/** A package of Fontsource: a file for each part of the characters and each weight. */
function fontsource(folder: string, script: Script): Family {
  const { id, family, weights } = read(join(folder, 'metadata.json')) as {
    id: string
    family: string
    weights: number[]
  }
  // Of parts that overlap the last one counts, as in the style sheet of the package.
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
      const weight = closest(weights, wanted) ?? 400
      return parts
        .filter(({ ranges }) => isWithin(ranges, codePoint))
        .map(({ subset, ranges, faces }) => {
          let one = faces.get(weight)
          if (!one) {
            const file = `${id}-${subset}-${weight}-normal.woff2`
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
export function familyOfPackage(name: string, script?: Script): Family | undefined {
  const folder = folderOf(name)
  if (folder === undefined) return undefined
  if (name === 'twemoji-colr-font') return twemoji(folder)
  const known = knownPackages.find(([one]) => one === name)
  return fontsource(folder, script ?? known?.[1] ?? 'other')
}

/** All that are installed. Emoji are taken from one font. */
export function installedFamilies(): Family[] {
  const found = knownPackages.flatMap(([name, script]) => familyOfPackage(name, script) ?? [])
  const emoji = found.filter(({ script }) => script === 'emoji')
  return found.filter((family) => !emoji.slice(1).includes(family))
}

/** Packages that have such characters and are not installed. */
export const packagesFor = (characters: readonly string[]): string[] =>
  knownPackages
    .filter(
      ([name, , letters]) =>
        name !== '@fontsource/noto-emoji' &&
        characters.some((character) => letters.test(character)) &&
        folderOf(name) === undefined,
    )
    .map(([name]) => name)
