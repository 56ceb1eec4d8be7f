/** All fonts of a drawing: which of them has a character, and which characters are missing. */
import type { Style } from '../../tree.js'
import type { Face, Family } from './family.js'
import { packagesFor } from './packages.js'
import type { Registry } from './registry.js'

/** Invisible characters: no font needs to have them. */
const formless = /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Zl}\p{Zp}\p{Zs}]/u
const emoji = /\p{Emoji_Presentation}/u

/** The language whose glyphs are used for characters that Japanese and Chinese share. */
export type Forms = 'ja' | 'zh' | 'western'

/** The font of Latin letters; `undefined` for that of the other letters. */
export type Latin = Style['fontFamily']

/** A part of a text with one weight. */
export interface Piece {
  readonly text: string
  readonly weight: number
  readonly forms: Forms
  readonly latin: Latin
}

/** Files with a character: usually one, several if it must be composed, none if it is missing. */
type Faces = readonly Face[]

const isWide = ({ script }: Family) => Number(script === 'ja' || script === 'zh')

/** The families by the language of the characters that Japanese and Chinese share. */
function byForms(families: readonly Family[]): Record<Forms, readonly Family[]> {
  const ja = families.findIndex(({ script }) => script === 'ja')
  const zh = families.findIndex(({ script }) => script === 'zh')
  const swapped = [...families]
  if (ja >= 0 && zh >= 0) [swapped[ja], swapped[zh]] = [swapped[zh]!, swapped[ja]!]
  return {
    ja: ja < zh || zh < 0 ? families : swapped,
    zh: ja < zh ? swapped : families,
    western: [...families].sort((one, other) => isWide(one) - isWide(other)),
  }
}

export class FontBook {
  readonly #registry: Registry
  readonly #families: ReadonlyMap<Latin, Readonly<Record<Forms, readonly Family[]>>>
  readonly #cache = new Map<string, Faces>()

  /**
   * @param own - the user's fonts, which are used first
   * @param installed - the fonts of packages
   */
  constructor(registry: Registry, own: readonly Family[], installed: readonly Family[]) {
    this.#registry = registry
    const latin = installed.filter(({ script }) => script === 'latin')
    const others = installed.filter(({ script }) => script !== 'latin')
    const order = (name: Latin) => {
      const chosen = latin.filter((family) => family.name === name)
      const rest = latin.filter((family) => family.name !== name)
      return byForms([...own, ...chosen, ...others, ...rest])
    }
    const names: Latin[] = [undefined, 'Inter', 'Roboto']
    this.#families = new Map(names.map((name) => [name, order(name)]))
  }

  #list(forms: Forms, latin: Latin): readonly Family[] {
    return this.#families.get(latin)![forms]
  }

  /** Names of font families in order of preference, as in CSS. */
  stack(forms: Forms, latin: Latin): string {
    return this.#list(forms, latin)
      .map(({ name }) => `"${name.replaceAll('"', '')}"`)
      .join(', ')
  }

  #look(character: string, { weight, forms, latin }: Piece): Faces {
    const codePoint = character.codePointAt(0) ?? 0
    const families = [...this.#list(forms, latin)]
    // Emoji come from the emoji font, even if another font has a glyph for them.
    if (emoji.test(character))
      families.sort(
        (one, other) => Number(other.script === 'emoji') - Number(one.script === 'emoji'),
      )
    for (const family of families)
      for (const face of family.faces(codePoint, weight)) if (face.covers(codePoint)) return [face]
    // Letters with marks can be composed.
    const parts = Array.from(character.normalize('NFD'))
    if (parts.length > 1) {
      const faces = parts.map((part) => this.#find(part, { text: part, weight, forms, latin }))
      if (faces.every(({ length }) => length > 0)) return faces.flat()
    }
    return []
  }

  #find(character: string, piece: Piece): Faces {
    const key = `${piece.weight} ${piece.forms} ${piece.latin} ${character}`
    let faces = this.#cache.get(key)
    if (!faces) {
      faces = this.#look(character, piece)
      this.#cache.set(key, faces)
    }
    return faces
  }

  /** Registers the fonts that the texts need, and returns the characters that no font has. */
  async prepare(pieces: Iterable<Piece>): Promise<string[]> {
    const missing = new Set<string>()
    const needed = new Set<Face>()
    for (const piece of pieces)
      for (const character of piece.text) {
        if (formless.test(character)) continue
        const faces = this.#find(character, piece)
        if (faces.length === 0) missing.add(character)
        for (const face of faces) needed.add(face)
      }
    await Promise.all([...needed].map((face) => this.#registry.register(face)))
    return [...missing]
  }
}

const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303F\uFF00-\uFFEF]/u

/** Punctuation that Chinese fonts draw full-width. Texts without Chinese characters take it from another font. */
export const marks = /([\u2018-\u201D]+)/

export const hasWesternMarks = (text: string): boolean => marks.test(text) && !wide.test(text)

/** Describes the missing characters, and what to do. */
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
