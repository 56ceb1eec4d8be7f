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
 * A bubble of blocks: header, hero, body and footer. It has at least one of them.
 * @see https://developers.line.biz/en/reference/messaging-api/#bubble
 * @rule someBlock, videoHero, firstBlock
 * @ruleAfterParts size
 */
export interface FlexBubble {
  type: 'bubble'
  /** Width; `mega` by default. */
  size?: FlexBubbleSize
  /** Direction of text and of horizontal boxes. */
  direction?: 'ltr' | 'rtl'
  /**
   * The block at the top.
   * @rule firstComponent
   */
  header?: FlexBox
  /** The block below the header: an image, a video or a box. */
  hero?: FlexHero
  /**
   * The block in the middle.
   * @rule firstComponent
   */
  body?: FlexBox
  /**
   * The block at the bottom.
   * @rule firstComponent
   */
  footer?: FlexBox
  /** Styles of the blocks. */
  styles?: FlexBubbleStyles
  /**
   * Action of a tap on the bubble.
   * @place flex
   */
  action?: FlexAction
}

/** Width of a bubble; `mega` by default. LINE before 13.6.0 shows `deca` and `hecto` as `kilo`. */
export type FlexBubbleSize = 'nano' | 'micro' | 'deca' | 'hecto' | 'kilo' | 'mega' | 'giga'

/**
 * Bubbles side by side, all of the same size.
 * @see https://developers.line.biz/en/reference/messaging-api/#f-carousel
 * @ruleAfterParts size
 */
export interface FlexCarousel {
  type: 'carousel'
  /**
   * The bubbles, all of the same size, from left to right.
   * @minItems 1
   * @maxItems 12
   * @listRule oneSize
   * @rule noVideo
   */
  contents: FlexBubble[]
}

/**
 * Styles of a bubble's blocks.
 * @see https://developers.line.biz/en/reference/messaging-api/#objects-for-the-block-style
 * @closed
 */
export interface FlexBubbleStyles {
  /** Style of the header. */
  header?: FlexBlockStyle
  /** Style of the hero. */
  hero?: FlexBlockStyle
  /** Style of the body. */
  body?: FlexBlockStyle
  /** Style of the footer. */
  footer?: FlexBlockStyle
}

/**
 * Style of one block.
 * @see https://developers.line.biz/en/reference/messaging-api/#block-style
 */
export interface FlexBlockStyle {
  /** Background colour of the block. */
  backgroundColor?: Color
  /** A line above the block. The first block has none. */
  separator?: boolean
  /** Colour of the line above it. */
  separatorColor?: Color
}
