/** Turns problems of the validators into LINE's messages. */
import type { Problem } from '../../validation/index.js'
import { sentences as say } from './sentences.js'

// The look behind keeps it linear: a match begins where a word begins, not at each of its letters.
const last = (path: string): string => /(?<!\w)(\w+)(?:\[\d+\])?$/.exec(path)?.[1] ?? ''

/** Arrays that the generic validator counts: minimum and maximum. */
const sizes: Record<string, readonly [number, number]> = {
  messages: [1, 5],
  items: [1, 13],
  actions: [1, 50],
  emojis: [0, 20],
  areas: [0, 20],
  operations: [1, 1000],
}

/** The message of the generic validator. */
export function generic({ code, path, limit, unit }: Problem): string[] {
  switch (code) {
    case 'required':
      return /^messages\[\d+\]\.(?:type|text)$/.test(path)
        ? [say.mayNotBeEmpty]
        : [say.mustBeSpecified]
    case 'empty':
      return unit === 'items' ? [sized(path, 1)] : [say.mayNotBeEmpty]
    case 'too_long':
      return [say.lengthBetween(0, limit as number)]
    case 'too_many':
    case 'too_few':
      return [sized(path, limit as number)]
    case 'unknown_type':
    case 'misplaced':
    case 'not_permitted':
      return [Array.isArray(limit) ? say.oneOf(limit) : say.invalidValue]
    case 'too_small':
      return [say.atLeast(limit)]
    case 'too_large':
      return [say.atMost(limit)]
    case 'bad_url':
    case 'bad_scheme':
    case 'not_encoded':
      return [say.invalidUri]
    case 'bad_date':
      return [say.datetimeFormat]
    case 'wrong_order':
      return [say.datetimeOrder]
    case 'unknown_sticker':
      return [say.unsendableSticker]
    default:
      return [say.invalidValue]
  }
}

const sized = (path: string, limit: number): string => {
  const [min, max] = sizes[last(path)] ?? [0, limit]
  return say.sizeBetween(min, max)
}

/** The message of the validator of Flex, templates and textV2. */
export function specific({ code, path, limit, actual, unit, message }: Problem): string[] {
  switch (code) {
    case 'required':
      if (last(path) === 'label') return [say.labelRequired]
      if (lacksText({ code, path, message })) return [say.textOrContents]
      return [say.mustBeSpecified]
    case 'empty':
      if (/^messages\[\d+\]\.contents(?:\.contents\[\d+\])?$/.test(path)) return [say.someBlock]
      return [unit === 'items' ? say.notFewerItems(1) : say.nonEmptyText]
    case 'too_many':
      return [say.notMoreItems(limit as number)]
    case 'too_few':
      return [say.notFewerItems(limit as number)]
    case 'too_long':
      return [/\.contents\b/.test(path) ? say.invalidValue : say.notLonger(limit as number)]
    case 'too_many_bytes':
      return [say.tooLargeFlex(/carousel/.test(message) ? 50 : 30)]
    case 'too_small':
      return [say.atLeast(limit)]
    case 'bad_url':
    case 'not_encoded':
      return [say.invalidUri]
    case 'bad_scheme':
      return [say.invalidUri, say.invalidUriScheme]
    case 'bad_ratio':
      return [say.ratioRange]
    case 'bad_date':
      return [say.datetimeFormat]
    case 'wrong_order':
      return [say.datetimeOrder]
    case 'misplaced':
      return [
        actual === 'video' || isVideoInCarousel({ code, path })
          ? say.noEmbeddedVideo
          : say.invalidValue,
      ]
    case 'bad_format':
      if (/^messages\[\d+\]\.(?:text|substitution)/.test(path) && typeof actual === 'string')
        return [say.placeholderKey(actual)]
      return [sizeWord(actual)]
    case 'not_permitted':
      return [sizeWord(actual)]
    default:
      return [say.invalidValue]
  }
}

/** An empty Flex text: LINE names the component. */
export const lacksText = ({ code, path, message }: Pick<Problem, 'code' | 'path' | 'message'>) =>
  code === 'required' && last(path) === 'text' && message.includes('spans')

/** LINE names the carousel. */
export const isVideoInCarousel = ({ code, path }: Pick<Problem, 'code' | 'path'>): boolean =>
  code === 'misplaced' && /^messages\[\d+\]\.contents\.contents\[\d+\]\.hero$/.test(path)

/** A length in a unit that is not permitted there, or out of range. */
const sizeWord = (actual: unknown): string => {
  if (typeof actual !== 'string') return say.invalidValue
  if (/^-\d+(?:\.\d+)?(?:px|%)$/.test(actual)) return say.lowerLimit
  if (/%$/.test(actual) && parseFloat(actual) > 100) return say.upperLimit
  return /^\d+(?:\.\d+)?(?:%|px)$/.test(actual) ? say.invalidUnit : say.invalidValue
}
