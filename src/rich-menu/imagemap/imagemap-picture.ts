/** An imagemap, and its picture at any width. */
import { mapError } from './map-error.js'
import { renderOne } from '../../render/index.js'
import { apiLimits } from '../../spec/api/limits.js'
import type { ImagemapMessage } from '../../spec/imagemap.js'
import { counted } from '../../common/words.js'
import { type ImagemapDetails, imagemapDetailsOf } from '../components/imagemap-details.js'
import { withImages } from '../draw/images.js'
import { once } from '../draw/once.js'
import { RichMenuError } from '../errors.js'
import type { Drawing } from '../layout/drawing.js'
import { areaName, checkAreas } from '../wanted/check-areas.js'
import { checkContrast } from '../wanted/check-contrast.js'
import { canonical, sha256 } from '../wanted/hash.js'
import { overflowWarning } from '../wanted/picture-of.js'
import { readFonts } from '../wanted/read-fonts.js'
import { readPicture } from '../wanted/read-picture.js'
import type { ImagemapNode, ImagemapOptions } from './imagemap-source.js'

/** Larger PNGs become JPEGs: people wait for them on a phone. */
const COMFORTABLE_BYTES = 600_000
const QUALITY = 85

/** An imagemap with its picture. */
export interface ImagemapPicture {
  /** The base URL without the version. */
  readonly baseUrl: string
  readonly version: string | undefined
  /** Hash of what the picture is made of. */
  readonly hash: string
  /** The picture at a width, as PNG or JPEG. */
  encode(width: number): Promise<Uint8Array>
  /** What may be wrong, although LINE accepts it. */
  warnings(): Promise<string[]>
}

/** There are no tabs. */
const isCurrent = () => false

/** An imagemap that is rendered: its message, and what it has beside. */
export interface RenderedImagemap {
  readonly json: ImagemapMessage
  readonly details: ImagemapDetails
  readonly warnings: readonly string[]
}

/**
 * Renders an imagemap.
 *
 * @throws {LineValidationError} for an imagemap that LINE would refuse
 * @throws {RichMenuError} `imagemap_invalid`
 */
export async function renderImagemap(
  node: ImagemapNode,
  { context }: ImagemapOptions,
): Promise<RenderedImagemap> {
  const { json, problems, error } = await renderOne<ImagemapMessage>(node, 'imagemap', context)
  if (error) throw error
  const details = json && imagemapDetailsOf(json)
  if (!details)
    throw new RichMenuError(
      'imagemap_invalid',
      "There is no picture to draw. Use <Imagemap> of 'fukidashi/rich-menu', with cells or with `picture`.",
    )
  const { search, hash } = new URL(details.baseUrl)
  if (search !== '' || hash !== '')
    throw new RichMenuError(
      'imagemap_invalid',
      `The base URL ${details.baseUrl} has a part that begins with ${search === '' ? '#' : '?'}. LINE adds the width at its end: put it into the path.`,
    )
  const warnings = problems.map(
    ({ message, path, source }) => `${message} (${[path, source].filter(Boolean).join(', ')})`,
  )
  return { json, details, warnings }
}

/**
 * Reads what the picture of an imagemap is made of. Nothing is laid out or drawn yet.
 *
 * @throws {RichMenuError} `picture_missing`, `icon_missing`, `font_missing`; when it is drawn also `picture_invalid`, `peer_missing`
 */
export async function imagemapPicture(
  { json, details, warnings: found }: RenderedImagemap,
  options: ImagemapOptions,
): Promise<ImagemapPicture> {
  const { baseUrl, version } = details
  const name = `the imagemap ${baseUrl}`
  const named = (error: unknown) => {
    throw mapError(error, name)
  }
  const { hash, encode, warnings } = await sourceOf(json, details, name, options).catch(named)
  return {
    baseUrl,
    version,
    hash,
    encode: (width) => encode(width).catch(named),
    warnings: async () => [
      ...found.map((one) => `${name}: ${one}`),
      ...areaWarnings(json, name),
      ...(await warnings().catch(named)),
    ],
  }
}

type Source = Pick<ImagemapPicture, 'hash' | 'encode' | 'warnings'>

async function sourceOf(
  { baseSize }: ImagemapMessage,
  { picture, drawing }: ImagemapDetails,
  name: string,
  options: ImagemapOptions,
): Promise<Source> {
  if (picture !== undefined)
    return fileSource(await readPicture(picture, name, options.base), baseSize, name)
  if (drawing) return drawnSource(drawing, name, options)
  throw new RichMenuError(
    'picture_missing',
    'It has no picture. Lay it out with <Row> and <Cell>, or pass picture="./map.png" or its bytes.',
  )
}

async function drawnSource(
  drawing: Drawing,
  name: string,
  { base, fonts: sources }: ImagemapOptions,
): Promise<Source> {
  const [tree, fonts] = await Promise.all([
    withImages(drawing, isCurrent, (source) => readPicture(source, name, base)),
    readFonts(sources, base),
  ])
  const lay = once(async () => {
    const { layOutDrawing } = await import('../draw/lay-out-drawing.js')
    return layOutDrawing(tree, fonts.list)
  })
  return {
    hash: await sha256(canonical(tree.tree) + fonts.hash),
    encode: async (width) => {
      const laid = await lay()
      const png = await laid.encode({ format: 'png' }, width)
      const isLarge = png.length > COMFORTABLE_BYTES
      return within(isLarge ? await laid.encode({ format: 'jpeg', quality: QUALITY }, width) : png)
    },
    warnings: async () => [
      ...checkContrast(name, drawing, isCurrent),
      ...(await lay()).overflowing.map((text) => overflowWarning(name, text)),
    ],
  }
}

async function fileSource(
  bytes: Uint8Array,
  size: ImagemapMessage['baseSize'],
  name: string,
): Promise<Source> {
  const open = once(async () => {
    const { openPicture } = await import('../draw/resize.js')
    const picture = await openPicture(bytes, name)
    checkRatio(picture, size)
    return picture
  })
  return {
    hash: await sha256(bytes),
    encode: async (width) => {
      const picture = await open()
      const own = { width, height: Math.max(1, Math.round((width * size.height) / size.width)) }
      if (!picture.isPhoto) {
        const png = await picture.encode('png', QUALITY, own)
        if (png.length <= COMFORTABLE_BYTES) return png
      }
      return within(await picture.encode('jpeg', QUALITY, own))
    },
    warnings: () => Promise.resolve([]),
  }
}

/** @throws {RichMenuError} `picture_invalid` */
function checkRatio(
  { width, height }: { width: number; height: number },
  size: ImagemapMessage['baseSize'],
): void {
  const own = Math.round((height / width) * size.width)
  // One pixel at the full width is not seen.
  if (!(Math.abs(own - size.height) <= 1))
    throw new RichMenuError(
      'picture_invalid',
      `The picture is ${width} × ${height} pixels. Use one with the ratio of ${size.width} × ${size.height}, or height={${own}}.`,
    )
}

/** @throws {RichMenuError} `picture_invalid` for more bytes than LINE permits */
function within(bytes: Uint8Array): Uint8Array {
  const most = apiLimits.imagemapImage.megabytes * 1_000_000
  if (bytes.length <= most) return bytes
  throw new RichMenuError(
    'picture_invalid',
    `The picture has ${counted(bytes.length)} bytes; LINE permits ${counted(most)}. Use fewer or simpler images.`,
  )
}

function areaWarnings({ baseSize, actions, video }: ImagemapMessage, name: string): string[] {
  const areas = actions.map(({ area, label }, i) => ({
    name: areaName(`actions[${i}]`, label),
    bounds: area,
  }))
  const played = video ? [{ name: 'the video', bounds: video.area }] : []
  return checkAreas(name, baseSize.width, [...areas, ...played])
}
