/** Fonts that somebody gave. */
import { readFileSync } from 'node:fs'
import type { FontSource } from '../options.js'
import { PngError } from '../problems.js'
import { weightOf } from './coverage.js'
import { closest, type Face, face, type Family } from './family.js'
import { familyOfPackage } from './packages.js'
import { tablesOf } from './sfnt.js'

/** A name for people. */
const shown = (source: FontSource): string =>
  typeof source === 'string'
    ? `"${source}"`
    : source instanceof Uint8Array
      ? `bytes (${source.length})`
      : source.name !== undefined
        ? `"${source.name}"`
        : shown(source.data)

function bytesOf(source: FontSource): Uint8Array {
  if (source instanceof Uint8Array) return source
  return typeof source === 'string' ? readFileSync(source) : bytesOf(source.data)
}

function family(name: string, faces: readonly Face[]): Family {
  const weights = faces.map(({ weight }) => weight)
  return {
    name,
    script: undefined,
    faces: (_codePoint, wanted) => {
      const weight = closest(weights, wanted)
      return faces.filter((one) => one.weight === weight)
    },
  }
}

/** The families of a list, in its order. Files with one name are one family. */
export function givenFamilies(sources: readonly FontSource[]): Family[] {
  const files = new Map<string, Face[]>()
  const packages = new Map<string, Family>()
  sources.forEach((source, index) => {
    try {
      if (typeof source === 'string' && /^@fontsource(?:-variable)?\//.test(source)) {
        const installed = familyOfPackage(source)
        if (!installed) throw new Error(`npm install ${source}`)
        packages.set(`package ${source}`, installed)
        files.set(`package ${source}`, [])
        return
      }
      const bytes = bytesOf(source)
      const { name = `Given ${index}`, weight } =
        typeof source === 'string' || source instanceof Uint8Array ? {} : source
      const own = face(name, weight ?? weightOf(tablesOf(bytes)), undefined, bytes)
      own.covers(0x20)
      files.set(name, [...(files.get(name) ?? []), own])
    } catch (error) {
      throw new PngError(
        'bad_font',
        `The font ${shown(source)} cannot be read: ${error instanceof Error ? error.message : String(error)}. ` +
          'A font is the path or the bytes of a TTF, OTF, WOFF or WOFF2 file, or an installed package such as "@fontsource-variable/noto-sans-jp"',
        { cause: error },
      )
    }
  })
  return [...files].map(([name, faces]) => packages.get(name) ?? family(name, faces))
}
