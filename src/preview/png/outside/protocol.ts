/** What the two processes say to each other. */

/** Asks for a picture. Its bytes are the body of the frame. */
export interface DrawRequest {
  /** Most pixels that the picture may have. */
  readonly mostPixels: number
  /** Most pixels of the answer: a larger picture is scaled down. */
  readonly mostDrawn: number
  /** For drawings of shapes: pixels of the shorter side, as far as `mostDrawn` permits. */
  readonly shorterSide?: number
}

/** The picture as a PNG in the body of the frame, and its own size; or why it cannot be drawn. */
export type DrawAnswer =
  | { readonly ready: true }
  | { readonly width: number; readonly height: number }
  | { readonly error: string }
