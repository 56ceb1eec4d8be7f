/** What an imagemap has beside the JSON that LINE gets. */
import type { Drawing } from '../layout/drawing.js'
import type { PictureSource } from '../layout/picture-source.js'

/** What an imagemap has beside its JSON. */
export interface ImagemapDetails {
  picture: PictureSource | undefined
  /** From what its picture is drawn, if it has cells. */
  drawing: Drawing | undefined
  /** The base URL without the version. */
  baseUrl: string
  /** The last part of the base URL, if it has a version. */
  version: string | undefined
}

/** Shared by all copies of the library: the command may load another one than the project does. */
const DETAILS = Symbol.for('fukidashi.imagemapDetails')

/** Stores details with the JSON of an imagemap. They are not enumerable, so they are not a part of the JSON. */
export function setImagemapDetails(json: object, details: ImagemapDetails): void {
  Object.defineProperty(json, DETAILS, { value: details })
}

/** The details of an imagemap's JSON; `undefined` for that of `fukidashi`. */
export const imagemapDetailsOf = (json: object): ImagemapDetails | undefined =>
  (json as { [DETAILS]?: ImagemapDetails })[DETAILS]
