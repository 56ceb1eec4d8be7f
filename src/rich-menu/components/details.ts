/** What a rich menu has beside the JSON that LINE gets. */

/** A picture: its bytes, a `URL` of a file, or the path of one. */
export type PictureSource = Uint8Array | string | URL

/** What a menu has beside its JSON. */
export interface MenuDetails {
  picture: PictureSource | undefined
  adopt: string | undefined
  /** Areas that are tabs: that of the menu itself is left out. */
  tabs: ReadonlySet<object>
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
    tabs: new Set(),
  }
