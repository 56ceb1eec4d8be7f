import type { Percentage, Pixels, SignedPercentage, SignedPixels } from '../values.js'

/** Keywords for spaces. */
export type FlexSpaceKeyword = 'none' | 'xs' | 'sm' | 'md' | 'lg' | 'xl' | 'xxl'

/** Space between or around components. */
export type FlexSpace = FlexSpaceKeyword | Pixels

/** Space inside a box; percentages are of the parent's width. */
export type FlexPadding = FlexSpaceKeyword | Pixels | Percentage

/** Distance that a component is moved; percentages are of the parent's size. */
export type FlexOffset = FlexSpaceKeyword | SignedPixels | SignedPercentage

/** Keywords for font and icon sizes. */
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

/** Share of the width (or height) of the box. */
export interface FlexShare {
  /**
   * Share of the remaining space; 0 keeps the component's own size.
   * @asType integer
   * @minimum 0
   */
  flex?: number
}

/** Space before a component. */
export interface FlexMargin {
  /** Space between this component and the previous one, instead of the box's `spacing`. */
  margin?: FlexSpace
}

/** Position of a component. */
export interface FlexPlace extends FlexMargin {
  /** `relative`: offsets move the component from its normal position; `absolute`: from the parent's edges. */
  position?: 'relative' | 'absolute'
  /** Distance that the component is moved down. */
  offsetTop?: FlexOffset
  /** Distance that the component is moved up. */
  offsetBottom?: FlexOffset
  /** Distance from the left, or from the right in an `rtl` bubble. */
  offsetStart?: FlexOffset
  /** Distance from the right, or from the left in an `rtl` bubble. */
  offsetEnd?: FlexOffset
}

/** Vertical alignment in a horizontal box. */
export type FlexGravity = 'top' | 'center' | 'bottom'

/** Horizontal alignment in a vertical box. */
export type FlexAlign = 'start' | 'center' | 'end'

/** Size, weight, slant and decoration of text. */
export interface FlexTextStyle {
  /** Font size; `md` by default. */
  size?: FlexFontSize
  /** `bold`, or `regular` by default. */
  weight?: 'regular' | 'bold'
  /** `italic`, or `normal` by default. */
  style?: 'normal' | 'italic'
  /** Line below or through the text. A span cannot change the line of its text. */
  decoration?: 'none' | 'underline' | 'line-through'
}
