import type { FlexAction } from '../action.js'
import type { Color } from '../values.js'
import type { FlexBox } from './box.js'
import type { FlexHero } from './component.js'

/**
 * A bubble, or several side by side.
 * @see https://developers.line.biz/en/reference/messaging-api/#flex-message
 * @discriminator type
 */
export type FlexContainer = FlexBubble | FlexCarousel

/**
 * One bubble of up to four blocks: header, hero, body, footer. At least one block.
 * @see https://developers.line.biz/en/reference/messaging-api/#bubble
 */
export interface FlexBubble {
  type: 'bubble'
  size?: FlexBubbleSize
  /** Direction of text and of horizontal boxes. */
  direction?: 'ltr' | 'rtl'
  header?: FlexBox
  hero?: FlexHero
  body?: FlexBox
  footer?: FlexBox
  /** Looks of the blocks. */
  styles?: FlexBubbleStyles
  /** What a tap on the bubble does. */
  action?: FlexAction
}

/** Width of a bubble; `mega` unless said. LINE before 13.6.0 shows `deca` and `hecto` as `kilo`. */
export type FlexBubbleSize = 'nano' | 'micro' | 'deca' | 'hecto' | 'kilo' | 'mega' | 'giga'

/**
 * Bubbles side by side, all of one size.
 * @see https://developers.line.biz/en/reference/messaging-api/#f-carousel
 */
export interface FlexCarousel {
  type: 'carousel'
  /**
   * @minItems 1
   * @maxItems 12
   */
  contents: FlexBubble[]
}

/**
 * Looks of a bubble's blocks.
 * @see https://developers.line.biz/en/reference/messaging-api/#objects-for-the-block-style
 */
export interface FlexBubbleStyles {
  header?: FlexBlockStyle
  hero?: FlexBlockStyle
  body?: FlexBlockStyle
  footer?: FlexBlockStyle
}

/**
 * Looks of one block.
 * @see https://developers.line.biz/en/reference/messaging-api/#block-style
 */
export interface FlexBlockStyle {
  backgroundColor?: Color
  /** A line above the block. The first block has none. */
  separator?: boolean
  separatorColor?: Color
}
