/** A picture: its bytes, a `URL` of a file, or the path of one. */
export type PictureSource = Uint8Array | string | URL
