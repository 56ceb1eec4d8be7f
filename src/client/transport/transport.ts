/** The interface between the client and the network: one request, one answer, no retries. */

/** A host, and the prefix of every path. */
export interface Base {
  /** `https://api.line.me`, or with a path: `http://127.0.0.1:4000/line`. */
  readonly href: string
  readonly protocol: 'http:' | 'https:'
  readonly hostname: string
  /** With the port, unless it is the protocol's default. */
  readonly host: string
  /** Empty for the protocol's default port. */
  readonly port: string
  /** Empty, or a path without slash at its end. */
  readonly prefix: string
}

export interface WireRequest {
  readonly method: string
  readonly base: Base
  /** Path and query, from `/`. */
  readonly path: string
  readonly headers: Record<string, string>
  readonly body: string | Uint8Array | undefined
  /** The body of a 200 or 206 is returned as a stream instead of text. */
  readonly stream: boolean
  /** Called when bytes are awaited, sent or received. */
  readonly onProgress?: () => void
  /** Called when no bytes are awaited. */
  readonly onRest?: () => void
  /** Called when the stream has ended or failed. */
  readonly onEnd?: () => void
  /** Makes the error for a reader whose stream breaks. */
  readonly torn?: (cause: unknown) => Error
}

export interface WireAnswer {
  readonly status: number
  /** Value of a header, by its name in lower case. */
  header: (name: string) => string | undefined
  /** The body, unless there is a stream. */
  readonly text: string
  readonly stream?: ReadableStream<Uint8Array>
}

/** A request under way. */
export interface Exchange {
  /** Rejects with {@link TransportError}. */
  readonly answer: Promise<WireAnswer>
  /** Cancels the exchange; `answer`, or the stream, rejects with `reason` as the cause, even if the network does not react. */
  cancel(reason: unknown): void
}

/** Sends requests. */
export type Transport = (request: WireRequest) => Exchange

/** No answer, half of one, or one that cannot be read. Stays inside; users see `LineConnectionError`. */
export class TransportError extends Error {
  /** False when the request provably never left this machine. */
  readonly left: boolean
  /** Status, when the answer broke off after it. */
  readonly status: number | undefined
  /** The answer is complete, but cannot be read. */
  readonly unreadable: boolean

  constructor(cause: unknown, left: boolean, status?: number, unreadable = false) {
    super('no answer', { cause })
    this.left = left
    this.status = status
    this.unreadable = unreadable
  }
}
