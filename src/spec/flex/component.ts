import type { FlexBox } from './box.js'
import type { FlexButton } from './button.js'
import type { FlexFiller } from './filler.js'
import type { FlexIcon } from './icon.js'
import type { FlexImage } from './image.js'
import type { FlexSeparator } from './separator.js'
import type { FlexSpan, FlexText } from './text.js'
import type { FlexVideo } from './video.js'

/**
 * Any component. The narrower unions below list the components that are permitted in each place.
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
 * Components in a box. A baseline box takes icon, text and filler only; only a baseline box takes icons.
 * @see https://developers.line.biz/en/reference/messaging-api/#box
 * @discriminator type
 */
export type FlexBoxContent =
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- LINE still takes it
  FlexBox | FlexButton | FlexImage | FlexIcon | FlexText | FlexSeparator | FlexFiller

/**
 * Components that can be the hero of a bubble.
 * @see https://developers.line.biz/en/reference/messaging-api/#bubble
 * @discriminator type
 */
export type FlexHero = FlexBox | FlexImage | FlexVideo

/**
 * Components that are shown instead of a video where it cannot be played.
 * @see https://developers.line.biz/en/reference/messaging-api/#f-video
 * @discriminator type
 */
export type FlexAltContent = FlexBox | FlexImage
