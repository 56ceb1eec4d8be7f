import { ByteCollector } from '../../common/bytes.js'
import {
  RichMenuSize_height_minimum,
  RichMenuSize_width_maximum,
  RichMenuSize_width_minimum,
} from '../../spec/generated/numbers.js'
import { apiLimits } from '../../spec/api/limits.js'
import { limits } from '../../spec/limits.js'
import { LineArgumentError } from '../errors/argument-error.js'
import { describeArgument } from '../errors/describe-argument.js'
import { type ImageHeader, readImageHeader } from '../../common/image-header.js'

/** An image: its bytes, a `File` or `Blob`, or a stream of either kind. */
export type ImageSource =
  Uint8Array | ArrayBuffer | Blob | ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>

/** LINE's rules. Pixels, and bytes. */
const rules = {
  minWidth: RichMenuSize_width_minimum,
  maxWidth: RichMenuSize_width_maximum,
  minHeight: RichMenuSize_height_minimum,
  ratio: limits.richMenuRatio,
  bytes: apiLimits.richMenuImage.bytes,
}

/**
 * Reads a rich menu's image and checks it against LINE's rules.
 *
 * @param size - size of the menu, if known
 * @throws {LineArgumentError} `image_invalid` with all that is wrong
 * @see https://developers.line.biz/en/reference/messaging-api/#upload-rich-menu-image
 */
export async function readImage(
  source: ImageSource,
  size?: { width: number; height: number },
): Promise<{ bytes: Uint8Array; type: ImageHeader['type'] }> {
  const bytes = await bytesOf(source)
  const header = readImageHeader(bytes)
  if (!header) throw refused([`it is neither PNG nor JPEG by its first bytes`])
  const { width, height, type } = header
  const dimensions = `${width}×${height}`
  const wrong = [
    width < rules.minWidth || width > rules.maxWidth
      ? `it is ${width} pixels wide; ${rules.minWidth} to ${rules.maxWidth} are allowed`
      : '',
    height < rules.minHeight
      ? `it is ${height} pixels high; at least ${rules.minHeight} are needed`
      : '',
    width / height < rules.ratio
      ? `its width to height is ${(width / height).toFixed(2)} (${dimensions}); at least ${rules.ratio} is needed`
      : '',
    bytes.length > rules.bytes
      ? `it has ${bytes.length} bytes; at most ${rules.bytes} (1 MB) are allowed`
      : '',
    size && (size.width !== width || size.height !== height)
      ? `it is ${dimensions}, but the menu is ${size.width}×${size.height}`
      : '',
  ].filter(Boolean)
  if (wrong.length > 0) throw refused(wrong)
  return { bytes, type }
}

const refused = (wrong: string[]) =>
  new LineArgumentError('image_invalid', `LINE would refuse this image: ${wrong.join('; ')}`)

const isIterable = (source: object): boolean => Symbol.asyncIterator in source

async function bytesOf(source: ImageSource): Promise<Uint8Array> {
  if (source instanceof Uint8Array) return source
  if (source instanceof ArrayBuffer) return new Uint8Array(source)
  if (source instanceof Blob) return new Uint8Array(await source.arrayBuffer())
  if (typeof source !== 'object' || source === null || !isIterable(source))
    throw new LineArgumentError(
      'image_invalid',
      `an image is bytes, a Blob, a File or a stream, not ${describeArgument(source)}. From a file: await readFile('menu.png')`,
    )
  // Far too large already: no need to read a video to its end.
  const most = rules.bytes * 8
  const collector = new ByteCollector(most)
  for await (const piece of source as AsyncIterable<unknown>) {
    if (!ArrayBuffer.isView(piece))
      throw new LineArgumentError(
        'image_invalid',
        `the stream of an image must have chunks of bytes (Uint8Array), not ${describeArgument(piece)}`,
      )
    if (!collector.add(piece as Uint8Array)) throw refused([`it has more than ${most} bytes`])
  }
  return collector.bytes()
}
