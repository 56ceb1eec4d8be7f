/** LINE's message for a problem of the validators, chosen by its code, place and data. Our own sentences are not read. */
import {
  ImagemapMessage_actions_maxItems,
  MessageList_maxItems,
  MessageList_minItems,
  QuickReply_items_maxItems,
  QuickReply_items_minItems,
  RichMenuBatchRequest_operations_maxItems,
  RichMenuBatchRequest_operations_minItems,
  RichMenuRequest_areas_maxItems,
  TextMessage_emojis_maxItems,
} from '../../spec/generated/numbers.js'
import type { Problem } from '../../validation/index.js'
import { sentences as say } from './sentences.js'

/** A problem without its sentence. */
export type Cause = Omit<Problem, 'message'>

/** The name at the end of a path; empty if it ends in an index. The look behind keeps it linear. */
const last = (path: string): string => /(?<!\w)(\w+)$/.exec(path)?.[1] ?? ''

/** Arrays of which the generic validator names both limits. */
const sizes: Record<string, readonly [min: number, max: number]> = {
  messages: [MessageList_minItems, MessageList_maxItems],
  items: [QuickReply_items_minItems, QuickReply_items_maxItems],
  actions: [0, ImagemapMessage_actions_maxItems],
  emojis: [0, TextMessage_emojis_maxItems],
  areas: [0, RichMenuRequest_areas_maxItems],
  operations: [RichMenuBatchRequest_operations_minItems, RichMenuBatchRequest_operations_maxItems],
}

/** Properties of a message itself, and of an area of an imagemap. */
const ownProperty = /^messages\[\d+\]\.(?:actions\[\d+\]\.)?\w+$/

/** The message of the generic validator. */
export function generic(problem: Cause): string[] {
  const { code, path, limit, unit } = problem
  switch (code) {
    case 'required':
      if (lacksLabel(problem)) return [say.labelRequired]
      return [ownProperty.test(path) ? say.mayNotBeEmpty : say.mustBeSpecified]
    case 'empty':
      if (lacksLabel(problem)) return [say.labelRequired]
      return [unit === 'items' ? sized(path, limit as number) : say.mayNotBeEmpty]
    case 'too_long':
      return [
        isAddress(path) ? say.addressSize(limit as number) : say.lengthBetween(0, limit as number),
      ]
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
      return isMedia(path) ? ofMedia(problem) : [say.invalidUri]
    case 'bad_date':
      return [say.datetimeFormat]
    case 'wrong_order':
      return [say.datetimeOrder]
    default:
      return [say.invalidValue]
  }
}

/** The size that an array has to have. Without a name it is no array: the animated images of a message. */
const sized = (path: string, limit: number): string => {
  const name = last(path)
  if (name === '') return say.invalidValue
  return say.sizeBetween(...(sizes[name] ?? [0, limit]))
}

/** The message of the validator of Flex, templates and textV2. */
export function specific(problem: Cause): string[] {
  const { code, path, limit, actual, unit } = problem
  switch (code) {
    case 'required':
      if (lacksLabel(problem)) return [say.labelRequired]
      return [lacksText(problem) ? say.textOrContents : say.mustBeSpecified]
    case 'empty':
      if (lacksLabel(problem)) return [say.labelRequired]
      if (/^messages\[\d+\]\.contents(?:\.contents\[\d+\])?$/.test(path)) return [say.someBlock]
      return [unit === 'items' ? say.notFewerItems(limit as number) : say.nonEmptyText]
    case 'too_many':
      return [say.notMoreItems(limit as number)]
    case 'too_few':
      return [say.notFewerItems(limit as number)]
    case 'too_long':
      if (isAddress(path)) return [say.addressSize(limit as number)]
      return [/\.contents\b/.test(path) ? say.invalidValue : say.notLonger(limit as number)]
    case 'too_many_bytes':
      return [say.tooLargeFlex((limit as number) / 1024)]
    case 'too_small':
      return [say.atLeast(limit)]
    case 'unknown_property':
      return [say.unknownField]
    case 'bad_url':
    case 'not_encoded':
      return isMedia(path) ? ofMedia(problem) : [say.invalidUri]
    case 'bad_scheme':
      return isMedia(path) ? ofMedia(problem) : [say.invalidUri, say.invalidUriScheme]
    case 'bad_ratio':
      return [say.ratioRange]
    case 'bad_date':
      return [say.datetimeFormat]
    case 'wrong_order':
      return [say.datetimeOrder]
    case 'misplaced':
      return [
        actual === 'video' || isVideoInCarousel(problem) ? say.noEmbeddedVideo : say.invalidValue,
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

const isMedia = (path: string): boolean => /url$/i.test(last(path))
const isAddress = (path: string): boolean =>
  isMedia(path) || /^(?:uri|linkUri|desktop)$/.test(last(path))

/** A wrong address of a picture, video or sound. LINE calls a pipe a wrong scheme, a blank a wrong address. */
const ofMedia = ({ code, actual }: Cause): string[] => [
  code === 'bad_scheme' || (code === 'not_encoded' && /[|{}]/.test(String(actual)))
    ? say.invalidUriScheme
    : say.invalidUri,
]

/** LINE names the action whose label is missing or empty. */
export const lacksLabel = ({ code, path }: Cause): boolean =>
  (code === 'required' || code === 'empty') &&
  /(?:action|actions\[\d+\])\.label$/.test(path) &&
  path.startsWith('messages')

/** LINE names the Flex text that has neither text nor spans. */
export const lacksText = ({ code, path, limit }: Cause): boolean =>
  code === 'required' && last(path) === 'text' && Array.isArray(limit)

/** LINE names the carousel. */
export const isVideoInCarousel = ({ code, path }: Cause): boolean =>
  code === 'misplaced' && /^messages\[\d+\]\.contents\.contents\[\d+\]\.hero$/.test(path)

/** A length in a unit that is not permitted there, or out of range. */
const sizeWord = (actual: unknown): string => {
  if (typeof actual !== 'string') return say.invalidValue
  if (/^-\d+(?:\.\d+)?(?:px|%)$/.test(actual)) return say.lowerLimit
  if (/%$/.test(actual) && parseFloat(actual) > 100) return say.upperLimit
  return /^\d+(?:\.\d+)?(?:%|px)$/.test(actual) ? say.invalidUnit : say.invalidValue
}
