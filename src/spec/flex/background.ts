import type { Color } from '../values.js'

/** Background of a box. */
export type FlexBackground = FlexLinearGradient

/**
 * A gradient from one colour to another, with an optional colour between them.
 * @see https://developers.line.biz/en/reference/messaging-api/#linear-gradient-bg
 */
export interface FlexLinearGradient {
  type: 'linearGradient'
  /** Direction: `0deg` from bottom to top, `90deg` from left to right. */
  angle: FlexAngle
  /** Colour at the start. */
  startColor: Color
  /** Colour at the end. */
  endColor: Color
  /** Colour between them, at `centerPosition`. */
  centerColor?: Color
  /** Position of `centerColor`; the middle by default. */
  centerPosition?: FlexCenterPosition
}

/**
 * Direction from 0 to less than 360 degrees, clockwise: `0deg` runs upwards, `90deg` to the right.
 * @pattern ^(?:[0-9]{1,2}|[12][0-9]{2}|3[0-5][0-9])(?:\.[0-9]+)?deg$
 * @permitted an angle from 0deg to less than 360deg
 */
export type FlexAngle = `${number}deg`

/**
 * Position between start and end.
 * @pattern ^(?:100(?:\.0+)?|[0-9]{1,2}(?:\.[0-9]+)?)%$
 * @permitted a percentage from 0% to 100%
 */
export type FlexCenterPosition = `${number}%`
