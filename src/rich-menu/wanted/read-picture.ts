/** Reads the picture of a menu. The only file of this room that needs Node, and only for pictures in files. */
import type { PictureSource } from '../layout/picture-source.js'
import { RichMenuError } from '../errors.js'

/**
 * @param base - a folder, or the URL of a file beside the picture
 * @throws {RichMenuError} `picture_missing`
 */
export async function readPicture(
  source: PictureSource,
  key: string,
  base: string | URL | undefined,
): Promise<Uint8Array> {
  if (source instanceof Uint8Array) return source
  if (typeof source !== 'string' && !(source instanceof URL))
    throw new RichMenuError(
      'picture_missing',
      `picture of the menu ${key}: use a path, a URL of a file, or bytes (Uint8Array).`,
    )
  try {
    const [{ readFile }, path, { fileURLToPath }] = await Promise.all([
      import('node:fs/promises'),
      import('node:path'),
      import('node:url'),
    ])
    if (source instanceof URL) return await readFile(source)
    if (base instanceof URL || base?.startsWith('file:'))
      return await readFile(new URL(encodeURI(source.replaceAll('\\', '/')), base))
    const file = source.startsWith('file:')
      ? fileURLToPath(source)
      : path.resolve(base ?? '.', source)
    return await readFile(file)
  } catch (cause) {
    throw new RichMenuError(
      'picture_missing',
      `The picture of the menu ${key}, ${String(source)}, cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`,
      { cause },
    )
  }
}
