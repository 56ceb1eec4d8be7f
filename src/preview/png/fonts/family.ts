/** A family of fonts: files by weight and by the characters that they serve. */
import { readFileSync } from 'node:fs'
import { type Covers, coverageOf } from './coverage.js'
import { tablesOf } from './sfnt.js'

/** Inclusive ranges of code points. */
export type Ranges = [first: number, last: number][]

/** One file of a family. */
export interface Face {
  readonly family: string
  readonly weight: number
  /** What the file is for, where a family is cut into many. */
  readonly ranges: Ranges | undefined
  readonly bytes: () => Uint8Array
  readonly covers: Covers
}

export interface Family {
  readonly name: string
  /** The letters of which people; of fonts that somebody gave, nothing is known. */
  readonly script: Script | undefined
  /** Files that may have the character, those of the closest weight. */
  readonly faces: (codePoint: number, weight: number) => readonly Face[]
}

export type Script = 'ja' | 'zh' | 'emoji' | 'other'

/** Bytes and coverage are read when they are first asked for. */
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

/** Which of the weights CSS takes for one that is not there. */
export function closest(weights: readonly number[], wanted: number): number | undefined {
  // Of a lighter text, first what is lighter; of a bolder one, first what is bolder; 400 and 500 stand in for each other.
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
