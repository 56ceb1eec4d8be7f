/** The tree that a menu or an imagemap is laid out from. */
import type { RichMenuAction } from '../../spec/action.js'
import type { ImagemapVideo } from '../../spec/imagemap.js'
import type { ContentNode } from './content.js'
import type { CellStyle, GroundStyle } from './look.js'
import type { PartSize } from './part-size.js'

/** A position or length: pixels of the picture, or a percentage of it. */
export type Length = number | `${number}%`

/** A place in a picture. */
export interface Bounds {
  /** From the left edge of the picture. */
  x: Length
  /** From the top edge of the picture. */
  y: Length
  /** Width. */
  width: Length
  /** Height. */
  height: Length
}

/** Parts beside or below each other. */
export interface GroupNode extends PartSize {
  readonly kind: 'row' | 'column'
  /** Pixels between parts. */
  readonly gap: number
  /** Pixels between the edge and the parts. */
  readonly padding: number
  readonly parts: readonly LayoutNode[]
  readonly ground?: GroundStyle
  /** A place of its own, for a child of the root. */
  readonly at?: Bounds
}

/** A cell. */
export interface CellNode extends PartSize {
  readonly kind: 'cell'
  /** Absent for a cell that does nothing when it is tapped. */
  readonly action: RichMenuAction | undefined
  /** The menu that a tab leads to. */
  readonly tab: string | undefined
  /** A video that plays in it. */
  readonly video?: Omit<ImagemapVideo, 'area'>
  readonly contents?: readonly ContentNode[]
  /** Text for screen readers; the action has it unless it has a label of its own. */
  readonly label?: string
  /** What `look` adds to. */
  readonly defaults?: CellStyle
  look?: CellStyle
  /** What `currentLook` adds to. */
  readonly currentDefaults?: CellStyle
  /** Look of a tab in the menu that it leads to. */
  currentLook?: CellStyle
}

export type LayoutNode = GroupNode | CellNode

/** A rectangle in pixels. */
export interface Rectangle {
  x: number
  y: number
  width: number
  height: number
}
