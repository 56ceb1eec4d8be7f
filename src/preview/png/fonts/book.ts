/** All fonts of a picture: which of them has a character, and what no font has. */
import type { Face, Family } from './family.js'
import { packagesFor } from './packages.js'
import type { Registry } from './registry.js'

/** Takes no room and has no form: nothing is missing if no font has it. */
const formless = /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Zl}\p{Zp}\p{Zs}]/u
const emoji = /\p{Emoji_Presentation}/u
const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u

/** Whose forms characters have that several scripts share. */
export type Forms = 'ja' | 'zh' | 'western'

/** A part of a text, in one weight. */
export interface Piece {
  readonly text: string
  readonly weight: number
  readonly forms: Forms
}

/** Where a character is: mostly in one file, in several if it has to be put together, in none if it is missing. */
type Found = readonly Face[]

export class FontBook {
  readonly #registry: Registry
  readonly #families: Readonly<Record<Forms, readonly Family[]>>
  readonly #found = new Map<string, Found>()

  constructor(registry: Registry, families: readonly Family[]) {
    this.#registry = registry
    const ja = families.findIndex(({ script }) => script === 'ja')
    const zh = families.findIndex(({ script }) => script === 'zh')
    const swapped = [...families]
    if (ja >= 0 && zh >= 0) [swapped[ja], swapped[zh]] = [swapped[zh]!, swapped[ja]!]
    const chinese = ja < zh ? swapped : families
    const japanese = ja < zh || zh < 0 ? families : swapped
    const isWide = ({ script }: Family) => Number(script === 'ja' || script === 'zh')
    const western = [...families].sort((one, other) => isWide(one) - isWide(other))
    this.#families = { ja: japanese, zh: chinese, western }
  }

  /** Names in the order in which they are asked, as in CSS. */
  stack(forms: Forms): string {
    return this.#families[forms].map(({ name }) => `"${name.replaceAll('"', '')}"`).join(', ')
  }

  #look(character: string, { weight, forms }: Piece): Found {
    const codePoint = character.codePointAt(0) ?? 0
    const families = [...this.#families[forms]]
    // What is a picture by itself is taken from the pictures, also where another font has a sign of it.
    if (emoji.test(character))
      families.sort(
        (one, other) => Number(other.script === 'emoji') - Number(one.script === 'emoji'),
      )
    for (const family of families)
      for (const face of family.faces(codePoint, weight)) if (face.covers(codePoint)) return [face]
    // Letters with marks can be put together.
    const parts = Array.from(character.normalize('NFD'))
    if (parts.length > 1) {
      const found = parts.map((part) => this.#find(part, { text: part, weight, forms }))
      if (found.every((faces) => faces.length > 0)) return found.flat()
    }
    return []
  }

  #find(character: string, piece: Piece): Found {
    const key = `${piece.weight} ${piece.forms} ${character}`
    let found = this.#found.get(key)
    if (!found) {
      found = this.#look(character, piece)
      this.#found.set(key, found)
    }
    return found
  }

  /** Registers all that the texts need, and gives the characters that no font has. */
  async prepare(pieces: Iterable<Piece>): Promise<string[]> {
    const missing = new Set<string>()
    const needed = new Set<Face>()
    for (const piece of pieces)
      for (const character of piece.text) {
        if (formless.test(character)) continue
        const found = this.#find(character, piece)
        if (found.length === 0) missing.add(character)
        for (const face of found) needed.add(face)
      }
    await Promise.all([...needed].map((face) => this.#registry.register(face)))
    return [...missing]
  }
}

/** Whose forms Chinese characters have in a text; nothing if the text leaves it open. */
export const hanOf = (text: string): 'ja' | 'zh' | undefined =>
  kana.test(text) ? 'ja' : /\p{Script=Bopomofo}/u.test(text) ? 'zh' : undefined

const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303F\uFF00-\uFFEF]/u

/** Marks that Chinese fonts draw as wide as their characters: in texts without such characters they come from another font. */
export const marks = /([\u2018-\u201D]+)/

export const hasWesternMarks = (text: string): boolean => marks.test(text) && !wide.test(text)

/** In words, with what to do. */
export function missingWords(characters: readonly string[]): {
  packages: string[]
  message: string
} {
  const packages = packagesFor(characters)
  const some = characters
    .slice(0, 12)
    .map((one) => `${one} (U+${one.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')})`)
  const more = characters.length > some.length ? ` and ${characters.length - some.length} more` : ''
  const advice =
    packages.length > 0
      ? `npm install ${packages.join(' ')}, or give a font that has them as \`fonts\``
      : 'Give a font that has them as `fonts`'
  return { packages, message: `No font has ${some.join(', ')}${more}. ${advice}` }
}
