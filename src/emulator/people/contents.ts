/** Contents of messages that are not text. What is not chosen is as phones usually send it. */
import { apiLimits } from '../../spec/api/limits.js'
import type { MessageContent } from '../../spec/webhook/index.js'
import { EmulatorError } from '../errors.js'
import type { MediaOptions, PlaceOptions, StickerOptions } from '../generated/options.js'
import type { Media } from '../state/people.js'
import { durationOf } from './duration.js'
import { usualPlace } from './usual-place.js'

/** Message content without the properties that LINE adds. */
type Bare<T> = T extends MessageContent ? Omit<T, 'id' | 'quoteToken' | 'markAsReadToken'> : never
export type BareContent = Bare<MessageContent>

/** LINE describes stickers by keywords, some of them at random. */
const usualKeywords = ['Hello', 'hi', 'HEY', 'yo', 'howdy', 'whatsup', 'greetings', 'wave']

export const stickerContent = ({
  packageId = '446',
  stickerId = '1988',
  resourceType = 'STATIC',
  keywords = usualKeywords,
  text,
}: StickerOptions): BareContent => {
  const most = apiLimits.webhook
  if (keywords.length > most.keywords)
    throw new EmulatorError(
      'option_invalid',
      `A sticker event has at most ${most.keywords} keywords.`,
    )
  if (text !== undefined && (resourceType !== 'MESSAGE' || text.length > most.stickerText))
    throw new EmulatorError(
      'option_invalid',
      `text has at most ${most.stickerText} characters, and only stickers of the resourceType 'MESSAGE' have it.`,
    )
  return {
    type: 'sticker',
    packageId,
    stickerId,
    stickerResourceType: resourceType,
    ...(keywords.length > 0 && { keywords: [...keywords] }),
    ...(text !== undefined && { text }),
  }
}

/** Title and address of the usual place are not those of another one. */
export const locationContent = (options: PlaceOptions): BareContent => {
  const isElsewhere = options.latitude !== undefined || options.longitude !== undefined
  const { latitude, longitude } = { ...usualPlace, ...defined(options) }
  const { title, address } = isElsewhere ? options : { ...usualPlace, ...defined(options) }
  return {
    type: 'location',
    latitude,
    longitude,
    ...(title !== undefined && { title }),
    ...(address !== undefined && { address }),
  }
}

const defined = <T extends object>(options: T): { [Name in keyof T]?: NonNullable<T[Name]> } =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as {
    [Name in keyof T]?: NonNullable<T[Name]>
  }

/** The message content of a picture, video or recording. LINE reads the duration from its bytes. */
export const mediaContent = (
  kind: 'image' | 'video' | 'audio',
  { external, duration }: MediaOptions,
  media: Media | undefined,
): BareContent => {
  const contentProvider = external
    ? ({ type: 'external', ...external } as const)
    : ({ type: 'line' } as const)
  const length = kind === 'image' ? undefined : (duration ?? (media && durationOf(media.bytes)))
  return { type: kind, contentProvider, ...(length !== undefined && { duration: length }) }
}
