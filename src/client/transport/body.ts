/** Facts about the body of an answer, and its text within a limit. */
import { ByteCollector } from '../../common/bytes.js'
import { TransportError, type WireAnswer, type WireRequest } from './transport.js'

/** Bytes of an answer that is read as text: 16 MiB, and 1 MiB of a refusal. Content is a stream and has no limit here. */
const most = { answer: 16 * 1024 * 1024, refusal: 1024 * 1024 }

type Head = Pick<WireAnswer, 'status' | 'header'>

/** Tests whether the caller gets the body as a stream. 206 is the answer to a caller's own `range` header. */
export const isStreamed = ({ stream }: WireRequest, { status }: Head): boolean =>
  stream && (status === 200 || status === 206)

/** Name of a compression that was not requested and is not decoded. */
export function encodingOf({ header }: Pick<Head, 'header'>): string | undefined {
  const encoding = header('content-encoding')
  return encoding === undefined || encoding === '' || /^identity$/i.test(encoding)
    ? undefined
    : encoding
}

/** Number of bytes that a body must have, if its head states it for the bytes that arrive here. */
export function lengthOf(head: Pick<Head, 'header'>): number | undefined {
  const length = head.header('content-length')
  if (length === undefined || encodingOf(head) !== undefined) return undefined
  return /^\d{1,15}$/.test(length) ? Number(length) : undefined
}

/** Callbacks for the result of an answer. */
export interface Receiver {
  resolve: (answer: WireAnswer) => void
  reject: (error: TransportError) => void
}

/** The text of a body, collected chunk by chunk; settles the answer when it ends, in whatever way. */
export class BodyText {
  readonly #head: Head
  readonly #receiver: Receiver
  readonly #collector: ByteCollector
  readonly #decode: (bytes: Uint8Array) => string

  /** @param decode - from UTF-8, where a runtime has something faster than `TextDecoder` */
  constructor(head: Head, receiver: Receiver, decode = decodeText) {
    this.#head = head
    this.#decode = decode
    this.#receiver = receiver
    this.#collector = new ByteCollector(head.status < 300 ? most.answer : most.refusal)
  }

  /** Adds a chunk. False if there are too many bytes: then no more are needed. */
  add(chunk: Uint8Array): boolean {
    if (this.#collector.add(chunk)) return true
    const { status } = this.#head
    this.#fail(unreadable(`it has more than ${most.answer} bytes`, status))
    return false
  }

  /** The body is complete. */
  end(): void {
    const { status, header } = this.#head
    this.#receiver.resolve({ status, header, text: this.#decode(this.#collector.bytes()) })
  }

  /** The body broke off. */
  fail = (cause: unknown): void => {
    this.#fail(new TransportError(cause, true, this.#head.status))
  }

  /** The status alone makes a refusal; its text may be incomplete. */
  #fail(error: TransportError): void {
    if (this.#head.status >= 300) this.end()
    else this.#receiver.reject(error)
  }
}

const decoder = new TextDecoder()
const decodeText = (bytes: Uint8Array): string => decoder.decode(bytes)

/** All of the answer came, but it cannot be read. */
const unreadable = (why: string, status: number): TransportError =>
  new TransportError(new Error(why), true, status, true)

/** An answer whose bytes are compressed, though this was not asked for. */
export const compressed = (encoding: string, status: number): TransportError =>
  unreadable(`it is compressed (content-encoding: ${encoding}), which was not asked for`, status)
