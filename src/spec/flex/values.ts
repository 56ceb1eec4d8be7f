import type { Percentage, Pixels, SignedPercentage, SignedPixels } from '../values.js'

/** Steps of space. */
export type FlexSpaceKeyword = 'none' | 'xs' | 'sm' | 'md' | 'lg' | 'xl' | 'xxl'

/** Space between or around components. */
export type FlexSpace = FlexSpaceKeyword | Pixels

/** Space inside a box; percentages are of the parent's width. */
export type FlexPadding = FlexSpaceKeyword | Pixels | Percentage

/** How far a component is moved; percentages are of the parent's size. */
export type FlexOffset = FlexSpaceKeyword | SignedPixels | SignedPercentage

/** Steps of font and icon size. */
export type FlexSizeKeyword =
  'xxs' | 'xs' | 'sm' | 'md' | 'lg' | 'xl' | 'xxl' | '3xl' | '4xl' | '5xl'

/** Size of a font or an icon. */
export type FlexFontSize = FlexSizeKeyword | Pixels

/** Width of an image. */
export type FlexImageSize = FlexSizeKeyword | 'full' | Pixels | Percentage

/** Width or height of a box; percentages are of the parent's. */
export type FlexLength = Pixels | Percentage

/** Thickness of a border. */
export type FlexBorderWidth = 'none' | 'light' | 'normal' | 'medium' | 'semi-bold' | 'bold' | Pixels

/** Share of the width (or height) of the box; 0 keeps the component's own size. */
export interface FlexShare {
  /**
   * Share of the room that is left; 0 keeps the component's own size.
   * @asType integer
   * @minimum 0
   */
  flex?: number
}

/** Space before a component. */
export interface FlexMargin {
  /** Space between this component and the one before, instead of the box's `spacing`. */
  margin?: FlexSpace
}

/** Position of a component. */
export interface FlexPlace extends FlexMargin {
  /** `relative` moves from the normal position, `absolute` from the parent's edges. */
  position?: 'relative' | 'absolute'
  /** How far it is moved down from there. */
  offsetTop?: FlexOffset
  /** How far it is moved up. */
  offsetBottom?: FlexOffset
  /** From the left, or from the right in an `rtl` bubble. */
  offsetStart?: FlexOffset
  /** From the right, or from the left in an `rtl` bubble. */
  offsetEnd?: FlexOffset
}

/** Vertical alignment in a horizontal box. */
export type FlexGravity = 'top' | 'center' | 'bottom'

/** Horizontal alignment in a vertical box. */
export type FlexAlign = 'start' | 'center' | 'end'

/** Weight, slant and line of text. */
export interface FlexTextStyle {
  /** Size of the letters; `md` by default. */
  size?: FlexFontSize
  /** `bold`, or `regular` by default. */
  weight?: 'regular' | 'bold'
  /** `italic`, or `normal` by default. */
  style?: 'normal' | 'italic'
  /** One line or none; a span does not change the one of its text. */
  decoration?: 'none' | 'underline' | 'line-through'
}
