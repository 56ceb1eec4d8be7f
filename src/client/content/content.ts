import { ByteCollector } from '../../common/bytes.js'
import type { Outcome } from '../ended.js'
import { lengthOf } from '../transport/index.js'
import { LineArgumentError } from '../errors/argument-error.js'
import { safeFileName } from './file-name.js'

/** Something that a user sent, while it comes in. */
export interface Content {
  /** The bytes. An error in mid-stream reaches the reader; cancelling ends the download. */
  stream: ReadableStream<Uint8Array>
  /** Such as `image/jpeg`, `video/mp4`, `audio/x-m4a`. */
  type: string | undefined
  /** Bytes in all, where LINE says it. */
  length: number | undefined
  /** File name, if LINE reports one. A user chose it; it is made safe to save a file by, see {@link safeFileName}. */
  fileName: string | undefined
  /** Reads it all. */
  bytes(): Promise<Uint8Array>
  /** Reads it all, with its type. */
  blob(): Promise<Blob>
  /** Ends the download. */
  cancel(): Promise<void>
}

/** A download as {@link Content}; more than `maxBytes` is refused, at once where LINE says the length. */
export function contentOf(outcome: Outcome<unknown>, maxBytes = Infinity): Content {
  const { header } = outcome
  // The length of what is compressed on its way is not that of the bytes which arrive.
  const length = lengthOf(outcome)
  const whole = outcome.stream ?? (new Blob([]).stream() as ReadableStream<Uint8Array>)
  if (length !== undefined && length > maxBytes) {
    whole.cancel().catch(() => undefined)
    throw tooLarge(maxBytes)
  }
  const stream = maxBytes === Infinity ? whole : whole.pipeThrough(atMost(maxBytes))
  const type = header('content-type')
  const fileName = fileNameOf(header('content-disposition'))
  const bytes = async () => {
    const collector = new ByteCollector()
    const reader = stream.getReader()
    for (;;) {
      const { done, value } = await reader.read()
      // A plain array: Node may return a Buffer.
      if (done) return new Uint8Array(collector.bytes())
      collector.add(value)
    }
  }
  return {
    stream,
    type,
    length,
    fileName: fileName === undefined ? undefined : safeFileName(fileName),
    bytes,
    blob: async () => new Blob([await bytes()], type === undefined ? {} : { type }),
    cancel: () => stream.cancel(),
  }
}

const tooLarge = (maxBytes: number) =>
  new LineArgumentError('content_too_large', `the content has more than ${maxBytes} bytes`)

function atMost(maxBytes: number): TransformStream<Uint8Array, Uint8Array> {
  let length = 0
  return new TransformStream({
    transform(chunk, controller) {
      length += chunk.length
      if (length > maxBytes) controller.error(tooLarge(maxBytes))
      else controller.enqueue(chunk)
    },
  })
}

/** `filename*` in UTF-8, else `filename`. */
function fileNameOf(disposition: string | undefined): string | undefined {
  if (disposition === undefined) return undefined
  const extended = /filename\*=utf-8''([^;]+)/i.exec(disposition)?.[1]
  if (extended !== undefined) {
    try {
      return decodeURIComponent(extended)
    } catch {
      return extended
    }
  }
  return (
    /filename="((?:[^"\\]|\\.)*)"/i.exec(disposition)?.[1]?.replace(/\\(.)/g, '$1') ??
    /filename=([^;\s]+)/i.exec(disposition)?.[1]
  )
}
