/** A font family: files by weight and characters. */
import { readFileSync } from 'node:fs'
import { type Covers, coverageOf } from './coverage.js'
import { tablesOf } from './sfnt.js'

/** Inclusive ranges of code points. */
export type Ranges = [first: number, last: number][]

/** One file of a family. */
export interface Face {
  readonly family: string
  readonly weight: number
  /** The characters of this file, if the family is split into several. */
  readonly ranges: Ranges | undefined
  readonly bytes: () => Uint8Array
  readonly covers: Covers
}

export interface Family {
  readonly name: string
  /** The script of the family; unknown for custom fonts. */
  readonly script: Script | undefined
  /** Files of the closest weight that may have the character. */
  readonly faces: (codePoint: number, weight: number) => readonly Face[]
}

export type Script = 'ja' | 'zh' | 'emoji' | 'latin' | 'other'

/** A file whose bytes and coverage are read on first use. */
export function face(
  family: string,
  weight: number,
  ranges: Ranges | undefined,
  source: Uint8Array | string,
): Face {
  let read: Uint8Array | undefined
  let covers: Covers | undefined
  const bytes = (): Uint8Array =>
    (read ??= typeof source === 'string' ? readFileSync(source) : source)
  return {
    family,
    weight,
    ranges,
    bytes,
    covers: (codePoint) => (covers ??= coverageOf(tablesOf(bytes())))(codePoint),
  }
}

export const isWithin = (ranges: Ranges, codePoint: number): boolean =>
  ranges.some(([first, last]) => codePoint >= first && codePoint <= last)

/** The weight that CSS uses instead of a missing one. */
export function closest(weights: readonly number[], wanted: number): number | undefined {
  // Light weights prefer lighter ones, bold weights prefer bolder ones; 400 and 500 replace each other.
  const cost = (weight: number): number => {
    if (weight === wanted) return 0
    if (wanted >= 400 && wanted <= 500) {
      if (weight > wanted && weight <= 500) return weight - wanted
      return weight < wanted ? 1_000 + wanted - weight : 2_000 + weight
    }
    const isGoodSide = wanted < 400 ? weight < wanted : weight > wanted
    return (isGoodSide ? 1_000 : 2_000) + Math.abs(weight - wanted)
  }
  return [...weights].sort((one, other) => cost(one) - cost(other))[0]
}
