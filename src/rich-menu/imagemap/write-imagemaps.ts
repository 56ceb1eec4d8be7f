/** Writes pictures of imagemaps as files. */
import { readImageHeader } from '../../common/image-header.js'
import { drawImagemap } from './draw-imagemap.js'
import type { ImagemapNode, ImagemapOptions } from './imagemap-source.js'
import { RichMenuError } from '../errors.js'

/** A picture that was written. */
export interface WrittenPicture {
  /** Path of the file. */
  file: string
  /** The address that LINE loads. */
  url: string
  /** For the configuration of the server: the name has no extension. */
  contentType: 'image/png' | 'image/jpeg'
  bytes: number
}

/** What was written. */
export interface WrittenImagemaps {
  pictures: WrittenPicture[]
  /** What may be wrong, although LINE accepts it. */
  warnings: string[]
}

/**
 * Writes the pictures of imagemaps as files, for a web server or a CDN: `maps/shop/1040` in the folder for the base URL
 * `https://cdn.example.com/maps/shop`. The names have no extension, because LINE asks for none, so configure their type in the server.
 *
 * @param folder - where the path of base URLs begins; made if it is missing
 * @throws {RichMenuError} `imagemap_invalid` if two have the same base URL, and what `drawImagemap` throws
 *
 * @example
 * const { pictures, warnings } = await writeImagemaps('public', [<ShopMap />, <FloorMap />])
 */
export async function writeImagemaps(
  folder: string,
  nodes: readonly ImagemapNode[],
  options: ImagemapOptions = {},
): Promise<WrittenImagemaps> {
  // Needed only here, and only in Node.
  const [files, path] = await Promise.all([import('node:fs/promises'), import('node:path')])
  // All are drawn before the first is written.
  const drawn = await Promise.all(nodes.map((node) => drawImagemap(node, options)))
  const pictures: WrittenPicture[] = []
  const written = new Map<string, Uint8Array>()
  for (const { baseUrl, version, pictures: all } of drawn) {
    const url = version === undefined ? baseUrl : `${baseUrl}/${version}`
    for (const [width, bytes] of all) {
      const file = path.join(folder, ...pathOf(`${url}/${width}`))
      if (written.has(file))
        throw new RichMenuError('imagemap_invalid', `Two imagemaps have the base URL ${url}.`)
      written.set(file, bytes)
      const contentType = readImageHeader(bytes)!.type
      pictures.push({ file, url: `${url}/${width}`, contentType, bytes: bytes.length })
    }
  }
  for (const [file, bytes] of written) {
    await files.mkdir(path.dirname(file), { recursive: true })
    await files.writeFile(file, bytes)
  }
  return { pictures, warnings: drawn.flatMap(({ warnings }) => warnings) }
}

/**
 * The path of an address below a folder. `URL` has removed dots; encoded ones and separators would lead out of the folder.
 * @throws {RichMenuError} `imagemap_invalid`
 */
function pathOf(url: string): string[] {
  const parts = new URL(url).pathname.split('/').map(decoded)
  if (parts.some((part) => part === '..' || part === '.' || /[\\/\0:]/.test(part)))
    throw new RichMenuError(
      'imagemap_invalid',
      `The base URL of ${url} cannot be the name of a file. Use letters, digits, - and _ in its path.`,
    )
  return parts
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
