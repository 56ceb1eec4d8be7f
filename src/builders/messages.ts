/** Messages, but for templates, imagemaps and Flex. */
import {
  Audio,
  type AudioProps,
  Coupon,
  type CouponProps,
  Emoji,
  type EmojiProps,
  Image,
  type ImageProps,
  Location,
  type LocationProps,
  Mention,
  Sticker,
  type StickerProps,
  Text,
  type TextProps,
  Video,
  type VideoProps,
} from '../components/index.js'
import type { Element } from '../jsx-runtime/element.js'
import type { AudioMessage } from '../spec/audio.js'
import type { CouponMessage } from '../spec/coupon.js'
import type { ImageMessage } from '../spec/image.js'
import type { LocationMessage } from '../spec/location.js'
import type { StickerMessage } from '../spec/sticker.js'
import type {
  EmojiSubstitution,
  MentionSubstitution,
  TextMessage,
  TextMessageV2,
} from '../spec/text.js'
import type { VideoMessage } from '../spec/video.js'
import { factory } from './factory.js'
import * as methods from './generated/methods.js'
import type { Setters } from './setters.js'

/** Builder of {@link Text}. */
export interface TextBuilder
  extends Element<TextMessage | TextMessageV2>, Setters<TextProps, TextBuilder> {}

/**
 * A text message. With a mention or an emoji in it, it becomes a `textV2`, with all other braces escaped.
 * 1 to 5,000 UTF-16 code units.
 *
 * @example
 * text('Hello ', mention(userId), '! {Braces} are safe.')
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#text-message
 */
export const text: (...children: TextProps['children'][]) => TextBuilder = factory(
  Text,
  methods.Text,
)

/** Props of {@link Mention}, of which one is said. */
interface OneOrAll {
  /** `U` and 32 hexadecimal digits. */
  userId?: string
  /** Everybody in the chat. */
  all?: boolean
}

/** Builder of {@link Mention}. */
export interface MentionBuilder
  extends Element<MentionSubstitution>, Setters<OneOrAll, MentionBuilder> {}

/**
 * A mention in a text. Works in groups and rooms, in reply and push; at most 20 in a message.
 *
 * @example
 * text('Thank you, ', mention(userId), '! ', mention().all(), ' look!')
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#text-message-v2-mention-object
 */
export const mention: (userId?: string) => MentionBuilder = factory(
  Mention,
  methods.Mention,
  'userId',
)

/** Builder of {@link Emoji}. */
export interface EmojiBuilder
  extends Element<EmojiSubstitution>, Setters<EmojiProps, EmojiBuilder> {}

/**
 * A LINE emoji in a text; at most 20 in a message. Unicode emoji are written as they are.
 *
 * @example
 * text('Good morning ', emoji('5ac1bfd5040ab15980c9b435', '001'))
 *
 * @see https://developers.line.biz/en/docs/messaging-api/emoji-list/
 */
export const emoji: (
  productId: EmojiProps['productId'],
  emojiId: EmojiProps['emojiId'],
) => EmojiBuilder = factory(Emoji, methods.Emoji, 'productId', 'emojiId')

/** Builder of {@link Sticker}. */
export interface StickerBuilder
  extends Element<StickerMessage>, Setters<StickerProps, StickerBuilder> {}

/**
 * A sticker message. Bots may send the stickers of certain packages only.
 *
 * @example
 * sticker('446', '1988')
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#sticker-message
 */
export const sticker: (
  packageId: StickerProps['packageId'],
  stickerId: StickerProps['stickerId'],
) => StickerBuilder = factory(Sticker, methods.Sticker, 'packageId', 'stickerId')

/** Builder of {@link Image}. */
export interface ImageBuilder extends Element<ImageMessage>, Setters<ImageProps, ImageBuilder> {}

/**
 * An image message: JPEG or PNG by https, at most 10 MB, with a preview of at most 1 MB.
 *
 * @example
 * image('https://example.com/tea.jpg', 'https://example.com/tea-small.jpg')
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#image-message
 */
export const image: (
  originalContentUrl: ImageProps['originalContentUrl'],
  previewImageUrl: ImageProps['previewImageUrl'],
) => ImageBuilder = factory(Image, methods.Image, 'originalContentUrl', 'previewImageUrl')

/** Builder of {@link Video}. */
export interface VideoBuilder extends Element<VideoMessage>, Setters<VideoProps, VideoBuilder> {}

/**
 * A video message: MP4 by https, at most 200 MB, with a preview of the same proportions.
 *
 * @example
 * video('https://example.com/tea.mp4', 'https://example.com/tea.jpg').trackingId('tea-1')
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#video-message
 */
export const video: (
  originalContentUrl: VideoProps['originalContentUrl'],
  previewImageUrl: VideoProps['previewImageUrl'],
) => VideoBuilder = factory(Video, methods.Video, 'originalContentUrl', 'previewImageUrl')

/** Builder of {@link Audio}. */
export interface AudioBuilder extends Element<AudioMessage>, Setters<AudioProps, AudioBuilder> {}

/**
 * An audio message: MP3 or M4A by https, at most 200 MB; `duration` is in milliseconds.
 *
 * @example
 * audio('https://example.com/hello.m4a', 4000)
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#audio-message
 */
export const audio: (
  originalContentUrl: AudioProps['originalContentUrl'],
  duration: AudioProps['duration'],
) => AudioBuilder = factory(Audio, methods.Audio, 'originalContentUrl', 'duration')

/** Builder of {@link Location}. */
export interface LocationBuilder
  extends Element<LocationMessage>, Setters<LocationProps, LocationBuilder> {}

/**
 * A location message: title and address of up to 100 characters each, and the place in degrees.
 *
 * @example
 * location('Our shop', '1-3 Kioicho, Chiyoda-ku, Tokyo', 35.67966, 139.73669)
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#location-message
 */
export const location: (
  title: LocationProps['title'],
  address: LocationProps['address'],
  latitude: LocationProps['latitude'],
  longitude: LocationProps['longitude'],
) => LocationBuilder = factory(
  Location,
  methods.Location,
  'title',
  'address',
  'latitude',
  'longitude',
)

/** Builder of {@link Coupon}. */
export interface CouponBuilder
  extends Element<CouponMessage>, Setters<CouponProps, CouponBuilder> {}

/**
 * A coupon message; the coupon itself was made before, with the coupon API or in the console.
 *
 * @example
 * coupon('01JYNW8JMQVFBNWF1APF8Z3FS7').deliveryTag('spring')
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#coupon-message
 */
export const coupon: (couponId: CouponProps['couponId']) => CouponBuilder = factory(
  Coupon,
  methods.Coupon,
  'couponId',
)
