/** Custom fonts: the option `fonts`. */
import { readFileSync, statSync } from 'node:fs'
import type { FontFile, FontSource } from '../options.js'
import { type UnreadableFont } from '../problems.js'
import { checkComposites } from './composites.js'
import { weightOf } from './coverage.js'
import { closest, type Face, face, type Family } from './family.js'
import { familyOfPackage } from './packages.js'
import { maxFontBytes, tablesOf } from './sfnt.js'

/** Name of a font in reports: its path or name, or its number of bytes. */
function nameOf(source: unknown): string {
  if (typeof source === 'string') return source
  if (source instanceof Uint8Array) return `bytes (${source.length})`
  const { name, data } = (source ?? {}) as Partial<FontFile>
  if (typeof name === 'string') return name
  return data === undefined ? `a value of type ${typeof source}` : nameOf(data)
}

function bytesOf(source: FontFile['data']): Uint8Array {
  if (source instanceof Uint8Array) return source
  if (typeof source !== 'string') throw new Error('it is neither a path nor bytes')
  const about = statSync(source)
  if (!about.isFile()) throw new Error('it is not a file')
  if (about.size > maxFontBytes)
    throw new Error(`${about.size} bytes are more than the maximum of ${maxFontBytes}`)
  return readFileSync(source)
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

function checkName(name: unknown, weight: unknown): void {
  if (typeof name !== 'string') throw new Error('its name is not a string')
  const isWeight = typeof weight === 'number' && weight >= 1 && weight <= 1000
  if (weight !== undefined && !isWeight) throw new Error('its weight is not between 1 and 1000')
}

/** The fonts of a list, and the problems of those that cannot be read. */
export interface CustomFonts {
  readonly families: readonly Family[]
  readonly problems: readonly (UnreadableFont & { readonly cause: unknown })[]
}

function problemOf(source: unknown, cause: unknown): CustomFonts['problems'][number] {
  const font = nameOf(source)
  const why = cause instanceof Error ? cause.message : String(cause)
  const message =
    `The font ${font} cannot be read: ${why}. ` +
    'A font is the path or the bytes of a TTF, OTF, WOFF or WOFF2 file, or an installed package such as "@fontsource-variable/noto-sans-jp"'
  return { code: 'font_invalid', font, message, cause }
}

/**
 * The families of a list, in its order. Files with one name are one family.
 *
 * @param register - passes a font to the renderer, which may find damage that is not found here
 */
export async function customFonts(
  sources: readonly FontSource[],
  register: (face: Face) => Promise<unknown>,
): Promise<CustomFonts> {
  const files = new Map<string, Face[]>()
  const packages = new Map<string, Family>()
  const problems: CustomFonts['problems'][number][] = []
  for (const [index, source] of sources.entries()) {
    try {
      if (typeof source === 'string' && /^@fontsource(?:-variable)?\//.test(source)) {
        const installed = familyOfPackage(source)
        if (!installed) throw new Error(`it is not installed: npm install ${source}`)
        packages.set(`package ${source}`, installed)
        files.set(`package ${source}`, [])
        continue
      }
      const isFile = typeof source === 'object' && !(source instanceof Uint8Array)
      const { name = `Given ${index}`, weight } = isFile ? source : {}
      checkName(name, weight)
      const bytes = bytesOf(isFile ? source.data : source)
      const tables = tablesOf(bytes)
      checkComposites(tables)
      const own = face(name, weight ?? weightOf(tables), undefined, bytes)
      own.covers(0x20)
      await register(own)
      files.set(name, [...(files.get(name) ?? []), own])
    } catch (error) {
      problems.push(problemOf(source, error))
    }
  }
  const families = [...files].map(([name, faces]) => packages.get(name) ?? family(name, faces))
  return { families, problems }
}
