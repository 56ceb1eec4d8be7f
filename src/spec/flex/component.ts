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
 * @see https://developers.line.biz/en/reference/messaging-api/#flex-message
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
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- LINE still takes it
  | FlexFiller

/**
 * What may stand in a box. A baseline box takes icon, text and filler only; only a baseline box takes icons.
 * @see https://developers.line.biz/en/reference/messaging-api/#box
 * @discriminator type
 */
export type FlexBoxContent =
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- LINE still takes it
  FlexBox | FlexButton | FlexImage | FlexIcon | FlexText | FlexSeparator | FlexFiller

/**
 * What may stand as a bubble's hero.
 * @see https://developers.line.biz/en/reference/messaging-api/#bubble
 * @discriminator type
 */
export type FlexHero = FlexBox | FlexImage | FlexVideo

/**
 * What a client that cannot play a video shows instead.
 * @see https://developers.line.biz/en/reference/messaging-api/#f-video
 * @discriminator type
 */
export type FlexAltContent = FlexBox | FlexImage
