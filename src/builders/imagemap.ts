/** Imagemaps and their parts. */
import {
  Imagemap,
  ImagemapArea,
  type ImagemapAreaProps,
  type ImagemapProps,
  ImagemapVideo,
  type ImagemapVideoProps,
} from '../components/index.js'
import type { Element } from '../jsx-runtime/element.js'
import type {
  ImagemapAction,
  ImagemapMessage,
  ImagemapVideo as ImagemapVideoJson,
} from '../spec/imagemap.js'
import { factory } from './factory.js'
import * as methods from './generated/methods.js'
import type { Setters } from './setters.js'

/** Builder of {@link Imagemap}. */
export interface ImagemapBuilder
  extends Element<ImagemapMessage>, Setters<ImagemapProps, ImagemapBuilder> {}

/**
 * A picture with 1 to 50 areas that can be tapped. LINE asks for `baseUrl` with `/240`, `/300`, `/460`, `/700` and `/1040`
 * added; areas are measured on a width of 1040.
 *
 * @example
 * imagemap('https://example.com/map', imagemapArea(0, 0, 520, 585, uri('Left', 'https://example.com/left')))
 *   .altText('Map')
 *   .baseSize({ width: 1040, height: 585 })
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#imagemap-message
 */
export const imagemap: (
  baseUrl: ImagemapProps['baseUrl'],
  ...children: ImagemapProps['children'][]
) => ImagemapBuilder = factory(Imagemap, methods.Imagemap, 'baseUrl')

/** Builder of {@link ImagemapArea}. */
export interface ImagemapAreaBuilder
  extends Element<ImagemapAction>, Setters<ImagemapAreaProps, ImagemapAreaBuilder> {}

/**
 * An area of an imagemap, in pixels of its base size, and what a tap on it does.
 *
 * @example
 * imagemapArea(0, 0, 520, 585, messageAction(undefined, 'left'))
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#imagemap-action-objects
 */
export const imagemapArea: (
  x: ImagemapAreaProps['x'],
  y: ImagemapAreaProps['y'],
  width: ImagemapAreaProps['width'],
  height: ImagemapAreaProps['height'],
  ...action: ImagemapAreaProps['children'][]
) => ImagemapAreaBuilder = factory(ImagemapArea, methods.ImagemapArea, 'x', 'y', 'width', 'height')

/** Builder of {@link ImagemapVideo}. */
export interface ImagemapVideoBuilder
  extends Element<ImagemapVideoJson>, Setters<ImagemapVideoProps, ImagemapVideoBuilder> {}

/**
 * A video that plays on an imagemap: MP4 by https, at most 200 MB. Its place is said by `x`, `y`, `width` and `height`.
 *
 * @example
 * imagemapVideo('https://example.com/tea.mp4', 'https://example.com/tea.jpg')
 *   .x(0).y(0).width(1040).height(585)
 *   .externalLink({ linkUri: 'https://example.com/more', label: 'More' })
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#imagemap-message
 */
export const imagemapVideo: (
  originalContentUrl: ImagemapVideoProps['originalContentUrl'],
  previewImageUrl: ImagemapVideoProps['previewImageUrl'],
) => ImagemapVideoBuilder = factory(
  ImagemapVideo,
  methods.ImagemapVideo,
  'originalContentUrl',
  'previewImageUrl',
)
