/** The option `fonts`: files are read relative to the menus. */
import type { FontSource } from '../../preview/png/index.js'
import { RichMenuError } from '../errors.js'
import { canonical, sha256 } from './hash.js'
import { readFile } from './read-picture.js'

/** Fonts with their bytes. */
export interface Fonts {
  readonly list: readonly FontSource[] | undefined
  /** Hash of the files, and of the names of packages. */
  readonly hash: string
}

/** Read once: the renderer knows fonts by the list. */
const known = new WeakMap<readonly FontSource[], Map<string, Promise<Fonts>>>()

/** @throws {RichMenuError} `font_missing` */
export function readFonts(
  fonts: readonly FontSource[] | undefined,
  base: string | URL | undefined,
): Promise<Fonts> {
  if (fonts === undefined || fonts.length === 0)
    return Promise.resolve({ list: undefined, hash: '' })
  const byBase = known.get(fonts) ?? new Map<string, Promise<Fonts>>()
  known.set(fonts, byBase)
  const key = String(base)
  const reading = byBase.get(key) ?? read(fonts, base)
  byBase.set(key, reading)
  // A file that could not be read may exist the next time.
  reading.catch(() => byBase.delete(key))
  return reading
}

async function read(fonts: readonly FontSource[], base: string | URL | undefined): Promise<Fonts> {
  const hashes: unknown[] = []
  const list = await Promise.all(
    fonts.map(async (font, i): Promise<FontSource> => {
      if (typeof font === 'string' && font.startsWith('@fontsource')) {
        hashes[i] = font
        return font
      }
      const { data, ...more } =
        typeof font === 'string' || font instanceof Uint8Array ? { data: font } : font
      const bytes = data instanceof Uint8Array ? data : await fontFile(data, base)
      hashes[i] = { ...more, data: await sha256(bytes) }
      return Object.keys(more).length === 0 ? bytes : { ...more, data: bytes }
    }),
  )
  return { list, hash: canonical(hashes) }
}

async function fontFile(path: string, base: string | URL | undefined): Promise<Uint8Array> {
  try {
    return await readFile(path, base)
  } catch (cause) {
    throw new RichMenuError(
      'font_missing',
      `The font ${path} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}. ` +
        'A font is the path or the bytes of a TTF, OTF, WOFF or WOFF2 file, or an installed package such as "@fontsource-variable/noto-sans-jp".',
      { cause },
    )
  }
}
