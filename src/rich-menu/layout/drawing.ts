/** From what a picture of a menu is drawn. */
import type { PlacedCell, PlacedGround } from './lay-out.js'

/** A picture of a menu, before it is drawn. */
export interface Drawing {
  readonly width: number
  readonly height: number
  /** Backgrounds of groups, the outer ones first. */
  readonly grounds: readonly PlacedGround[]
  readonly cells: readonly PlacedCell[]
}
