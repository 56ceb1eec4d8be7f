/** What stands in boxes, but for boxes. */
import {
  Button,
  type ButtonProps,
  Filler,
  type FillerProps,
  Icon,
  type IconProps,
  Image,
  type ImageProps,
  LinearGradient,
  type LinearGradientProps,
  Separator,
  type SeparatorProps,
  Span,
  type SpanProps,
  Text,
  type TextProps,
  Video,
  type VideoProps,
} from '../../components/flex/index.js'
import type { Element } from '../../jsx-runtime/element.js'
import type {
  FlexButton,
  FlexFiller,
  FlexIcon,
  FlexImage,
  FlexLinearGradient,
  FlexSeparator,
  FlexSpan,
  FlexText,
  FlexVideo,
} from '../../spec/flex/index.js'
import { factory } from '../factory.js'
import * as methods from '../generated/methods.js'
import type { Setters } from '../setters.js'

/** Builder of {@link Text}. */
export interface TextBuilder extends Element<FlexText>, Setters<TextProps, TextBuilder> {}

/**
 * Text of one style, or of several by spans. Without `wrap` it stays on one line.
 *
 * @example
 * flex.text('In all ', flex.span('¥500').weight('bold')).wrap().color('#555555')
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#f-text
 */
export const text: (...children: TextProps['children'][]) => TextBuilder = factory(
  Text,
  methods.FlexText,
)

/** Builder of {@link Span}. */
export interface SpanBuilder extends Element<FlexSpan>, Setters<SpanProps, SpanBuilder> {}

/**
 * A run of text with a style of its own, in a Flex text.
 *
 * @example
 * flex.text('Sold out ', flex.span('today').color('#FF334B'))
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#span
 */
export const span: (...children: SpanProps['children'][]) => SpanBuilder = factory(
  Span,
  methods.FlexSpan,
)

/** Builder of {@link Image}. */
export interface ImageBuilder extends Element<FlexImage>, Setters<ImageProps, ImageBuilder> {}

/**
 * A picture: JPEG or PNG by https, at most 1024 × 1024 pixels and 10 MB.
 *
 * @example
 * flex.image('https://example.com/tea.jpg').size('full').aspectRatio('20:13').aspectMode('cover')
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#f-image
 */
export const image: (url: ImageProps['url']) => ImageBuilder = factory(
  Image,
  methods.FlexImage,
  'url',
)

/** Builder of {@link Icon}. */
export interface IconBuilder extends Element<FlexIcon>, Setters<IconProps, IconBuilder> {}

/**
 * A small picture on a line of text, in a baseline box only.
 *
 * @example
 * flex.baseline(flex.icon('https://example.com/star.png').size('sm'), flex.text('4.0'))
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#icon
 */
export const icon: (url: IconProps['url']) => IconBuilder = factory(Icon, methods.FlexIcon, 'url')

/** Builder of {@link Video}. */
export interface VideoBuilder extends Element<FlexVideo>, Setters<VideoProps, VideoBuilder> {}

/**
 * A video as the hero of a single bubble of size kilo, mega or giga: MP4 by https, at most 200 MB. `altContent` is shown
 * where LINE is too old for it; `action` is the link shown when it has ended.
 *
 * @example
 * flex.hero(
 *   flex.video('https://example.com/tea.mp4', 'https://example.com/tea.jpg')
 *     .aspectRatio('20:13')
 *     .altContent(flex.image('https://example.com/tea.jpg').size('full'))
 *     .action(uri('More', 'https://example.com/tea')),
 * )
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#f-video
 */
export const video: (url: VideoProps['url'], previewUrl: VideoProps['previewUrl']) => VideoBuilder =
  factory(Video, methods.FlexVideo, 'url', 'previewUrl')

/** Builder of {@link Button}. */
export interface ButtonBuilder extends Element<FlexButton>, Setters<ButtonProps, ButtonBuilder> {}

/**
 * A button; the label of its action, up to 40 characters, is its text.
 *
 * @example
 * flex.button(postback('Buy', 'buy=1')).style('primary')
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#button
 */
export const button: (...action: ButtonProps['children'][]) => ButtonBuilder = factory(
  Button,
  methods.FlexButton,
)

/** Builder of {@link Separator}. */
export interface SeparatorBuilder
  extends Element<FlexSeparator>, Setters<SeparatorProps, SeparatorBuilder> {}

/**
 * A line between components.
 *
 * @example
 * flex.separator().margin('lg').color('#DDDDDD')
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#separator
 */
export const separator: () => SeparatorBuilder = factory(Separator, methods.FlexSeparator)

/** Builder of {@link Filler}. */
// eslint-disable-next-line @typescript-eslint/no-deprecated -- LINE still takes it
export interface FillerBuilder extends Element<FlexFiller>, Setters<FillerProps, FillerBuilder> {}

/**
 * Empty room.
 *
 * @deprecated Use the paddings and margins of boxes.
 *
 * @example
 * flex.filler().flex(2)
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#filler
 */
// eslint-disable-next-line @typescript-eslint/no-deprecated -- LINE still takes it
export const filler: () => FillerBuilder = factory(Filler, methods.FlexFiller)

/** Builder of {@link LinearGradient}. */
export interface LinearGradientBuilder
  extends Element<FlexLinearGradient>, Setters<LinearGradientProps, LinearGradientBuilder> {}

/**
 * Colours that run into each other behind a box. `0deg` runs upwards, `90deg` to the right.
 *
 * @example
 * flex.vertical(flex.text('Tea')).background(flex.linearGradient('0deg', '#06C755', '#FFFFFF'))
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#linear-gradient-bg
 */
export const linearGradient: (
  angle: LinearGradientProps['angle'],
  startColor: LinearGradientProps['startColor'],
  endColor: LinearGradientProps['endColor'],
) => LinearGradientBuilder = factory(
  LinearGradient,
  methods.FlexLinearGradient,
  'angle',
  'startColor',
  'endColor',
)
