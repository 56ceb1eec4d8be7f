/** Messages between two processes over a pipe: two lengths, a head as JSON, and a body of bytes. */

/** One message. */
export interface Frame<Head> {
  readonly head: Head
  readonly body: Uint8Array
}

const prefix = 8
const maxHead = 10_000

/** Encodes a frame as chunks, so that the body is not copied. */
export function encodeFrame({ head, body }: Frame<object>): Uint8Array[] {
  const json = new TextEncoder().encode(JSON.stringify(head))
  const start = new Uint8Array(prefix + json.length)
  const view = new DataView(start.buffer)
  view.setUint32(0, json.length)
  view.setUint32(4, body.length)
  start.set(json, prefix)
  return body.length > 0 ? [start, body] : [start]
}

/** Reads frames from chunks of any size. A frame longer than the limit is an error. */
export class FrameReader<Head> {
  readonly #maxBody: number
  readonly #onFrame: (frame: Frame<Head>) => void
  #lengths = new Uint8Array(prefix)
  #content: Uint8Array | undefined
  #filled = 0

  constructor(maxBody: number, onFrame: (frame: Frame<Head>) => void) {
    this.#maxBody = maxBody
    this.#onFrame = onFrame
  }

  #length(at: 0 | 4): number {
    return new DataView(this.#lengths.buffer).getUint32(at)
  }

  push(chunk: Uint8Array): void {
    let rest = chunk
    while (rest.length > 0) {
      const target = this.#content ?? this.#lengths
      const taken = rest.subarray(0, target.length - this.#filled)
      target.set(taken, this.#filled)
      this.#filled += taken.length
      rest = rest.subarray(taken.length)
      if (this.#filled === target.length) this.#complete()
    }
  }

  #complete(): void {
    this.#filled = 0
    const length = this.#length(0)
    const content = this.#content
    if (!content) {
      if (length > maxHead || this.#length(4) > this.#maxBody)
        throw new RangeError('A frame is longer than permitted')
      this.#content = new Uint8Array(length + this.#length(4))
      return
    }
    this.#content = undefined
    const head = JSON.parse(new TextDecoder().decode(content.subarray(0, length))) as Head
    this.#onFrame({ head, body: content.subarray(length) })
  }
}
