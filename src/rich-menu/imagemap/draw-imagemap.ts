import { apiLimits } from '../../spec/api/limits.js'
import { imagemapPicture, renderImagemap } from './imagemap-picture.js'
import type { ImagemapNode, ImagemapOptions } from './imagemap-source.js'

/** Pictures of an imagemap at the widths that LINE asks for. */
export interface DrawnImagemap {
  /** The base URL without the version. */
  readonly baseUrl: string
  /** The version in the base URL of messages, if there is one. */
  readonly version: string | undefined
  /** PNG or JPEG by width. */
  readonly pictures: ReadonlyMap<number, Uint8Array>
  /** What may be wrong, although LINE accepts it: areas that overlap or are small, texts that are cut off or hard to read. */
  readonly warnings: readonly string[]
}

/**
 * Draws an imagemap at the widths 240, 300, 460, 700 and 1040. Needs Node and `@takumi-rs/core`; with `picture`, `sharp`.
 *
 * @throws {LineValidationError} for an imagemap that LINE would refuse
 * @throws {RichMenuError} `imagemap_invalid`, `picture_missing`, `picture_invalid`, `icon_missing`, `font_missing`, `peer_missing`
 * @throws {PngError} if it cannot be drawn
 *
 * @example
 * const { pictures, warnings } = await drawImagemap(<ShopMap />)
 */
export async function drawImagemap(
  node: ImagemapNode,
  options: ImagemapOptions = {},
): Promise<DrawnImagemap> {
  const picture = await imagemapPicture(await renderImagemap(node, options), options)
  const { baseUrl, version } = picture
  const pictures = await Promise.all(
    apiLimits.imagemapImage.widths.map(
      async (width) => [width, await picture.encode(width)] as const,
    ),
  )
  return { baseUrl, version, pictures: new Map(pictures), warnings: await picture.warnings() }
}
