/** Requests and responses between the two processes. */

/** Request to draw an image. The image's bytes are the body of the frame. */
export interface DrawRequest {
  /** Maximum pixels of the image. */
  readonly maxPixels: number
  /** Maximum pixels of the response: a larger image is scaled down. */
  readonly maxDrawn: number
  /** For SVG images: pixels of the shorter side, if `maxDrawn` permits them. */
  readonly shorterSide?: number
}

/** The image's own size, with a PNG in the body of the frame; or the reason why it cannot be drawn. */
export type DrawAnswer =
  | { readonly ready: true }
  | { readonly width: number; readonly height: number }
  | { readonly error: string }
