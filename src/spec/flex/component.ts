import type { FlexBox } from './box.js'
import type { FlexButton } from './button.js'
import type { FlexFiller } from './filler.js'
import type { FlexIcon } from './icon.js'
import type { FlexImage } from './image.js'
import type { FlexSeparator } from './separator.js'
import type { FlexSpan, FlexText } from './text.js'
import type { FlexVideo } from './video.js'

/**
 * Every component. Which of them may stand where is said by the narrower unions below.
 * @discriminator type
 */
export type FlexComponent =
  | FlexBox
  | FlexButton
  | FlexImage
  | FlexVideo
  | FlexIcon
  | FlexText
  | FlexSpan
  | FlexSeparator
  | FlexFiller

/**
 * What may stand in a box. A baseline box takes icon, text and filler only; only a baseline box takes icons.
 * @discriminator type
 */
export type FlexBoxContent =
  FlexBox | FlexButton | FlexImage | FlexIcon | FlexText | FlexSeparator | FlexFiller

/**
 * What may stand as a bubble's hero.
 * @discriminator type
 */
export type FlexHero = FlexBox | FlexImage | FlexVideo

/**
 * What a client that cannot play a video shows instead.
 * @discriminator type
 */
export type FlexAltContent = FlexBox | FlexImage
