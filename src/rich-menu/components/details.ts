/** What a rich menu has beside the JSON that LINE gets. */
import type { Drawing } from '../layout/drawing.js'
import type { PictureSource } from '../layout/picture-source.js'

/** What a menu has beside its JSON. */
export interface MenuDetails {
  picture: PictureSource | undefined
  adopt: string | undefined
  /** From what its picture is drawn, if it has cells. */
  drawing: Drawing | undefined
}

/** Shared by all copies of the library: the command may load another one than the project does. */
const DETAILS = Symbol.for('fukidashi.richMenuDetails')

/** Stores details with the JSON of a menu. They are not enumerable, so they are not a part of the JSON. */
export function setDetails(json: object, details: MenuDetails): void {
  Object.defineProperty(json, DETAILS, { value: details })
}

/** The details of a menu's JSON. */
export const detailsOf = (json: object): MenuDetails =>
  (json as { [DETAILS]?: MenuDetails })[DETAILS] ?? {
    picture: undefined,
    adopt: undefined,
    drawing: undefined,
  }
