/** Reads the files that a picture is made of. It needs Node only for paths and URLs of files. */
import type { PictureSource } from '../layout/picture-source.js'
import { RichMenuError } from '../errors.js'

/**
 * Reads a picture.
 *
 * @param owner - what the picture belongs to: `the menu home`
 * @param base - a folder, or the URL of a file beside the picture
 * @throws {RichMenuError} `picture_missing`
 */
export async function readPicture(
  source: PictureSource,
  owner: string,
  base: string | URL | undefined,
): Promise<Uint8Array> {
  if (source instanceof Uint8Array) return source
  if (typeof source !== 'string' && !(source instanceof URL))
    throw new RichMenuError(
      'picture_missing',
      `picture of ${owner}: use a path, a URL of a file, or bytes (Uint8Array).`,
    )
  try {
    return await readFile(source, base)
  } catch (cause) {
    throw new RichMenuError(
      'picture_missing',
      `The picture of ${owner}, ${String(source)}, cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`,
      { cause },
    )
  }
}

/** The bytes of a file. */
export async function readFile(
  source: string | URL,
  base: string | URL | undefined,
): Promise<Uint8Array> {
  const [files, path, { fileURLToPath }] = await Promise.all([
    import('node:fs/promises'),
    import('node:path'),
    import('node:url'),
  ])
  if (source instanceof URL) return files.readFile(source)
  if (base instanceof URL || base?.startsWith('file:'))
    return files.readFile(new URL(encodeURI(source.replaceAll('\\', '/')), base))
  const file = source.startsWith('file:')
    ? fileURLToPath(source)
    : path.resolve(base ?? '.', source)
  return files.readFile(file)
}
