/** Size of a part along both axes. */
export interface PartSize {
  /** Share of the room that is left in a row or column; 1 by default, unless a length along it is set. */
  flex?: number | undefined
  /** Width in pixels. */
  width?: number | undefined
  /** Height in pixels. */
  height?: number | undefined
}
