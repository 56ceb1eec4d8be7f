/**
 * Scalar values that are used in many places. A tag on a type applies wherever the type is used; `docs/architecture.md`
 * explains the tags. URLs are plain `string` to TypeScript, because they come from data more often than from literals.
 */

/**
 * https URL of a JPEG or PNG image.
 * @url image
 */
export type ImageUrl = string

/**
 * https URL of a PNG image.
 * @url png
 */
export type PngUrl = string

/**
 * https URL of an MP4 video.
 * @url video
 */
export type VideoUrl = string

/**
 * https URL of an MP3 or M4A audio file.
 * @url audio
 */
export type AudioUrl = string

/**
 * https URL to which LINE adds `/240`, `/300`, `/460`, `/700` or `/1040`; it has no file extension itself.
 * @url imagemap
 */
export type ImagemapBaseUrl = string

/**
 * URL that a tap opens: http, https, line or tel. Other schemes are permitted in some places.
 * @url link
 */
export type LinkUrl = string

/**
 * Colour with optional transparency, as `#RRGGBB` or `#RRGGBBAA`.
 * @pattern ^#(?:[0-9a-fA-F]{6}|[0-9a-fA-F]{8})$
 * @permitted a colour such as #06C755, or #06C75580 with transparency
 */
export type Color = `#${string}`

/**
 * Opaque colour, as `#RRGGBB`.
 * @pattern ^#[0-9a-fA-F]{6}$
 * @permitted a colour such as #06C755
 */
export type RgbColor = `#${string}`

/**
 * Length in pixels: a number, whole or decimal, and `px`.
 * @pattern ^[0-9]+(?:\.[0-9]+)?px$
 * @permitted a number of pixels such as 10px
 */
export type Pixels = `${number}px`

/**
 * Length in pixels that may be negative.
 * @pattern ^-?[0-9]+(?:\.[0-9]+)?px$
 * @permitted a number of pixels such as 10px or -10px
 */
export type SignedPixels = `${number}px`

/**
 * Percentage of the parent's size.
 * @pattern ^[0-9]+(?:\.[0-9]+)?%$
 * @permitted a percentage such as 50%
 */
export type Percentage = `${number}%`

/**
 * Percentage of the parent's size that may be negative.
 * @pattern ^-?[0-9]+(?:\.[0-9]+)?%$
 * @permitted a percentage such as 50% or -50%
 */
export type SignedPercentage = `${number}%`

/**
 * Width to height, as `1.91:1`. Each number is {@limit aspectRatio.min} to {@limit aspectRatio.max}; the height is at most {@limit aspectRatio.maxHeightToWidth} times the width.
 * @pattern ^[0-9]+(?:\.[0-9]+)?:[0-9]+(?:\.[0-9]+)?$
 * @permitted a ratio of width to height such as 20:13
 */
export type AspectRatio = `${number}:${number}`

/**
 * Id of a user: `U` and 32 hexadecimal digits; module channels get longer ids, which begin with `LU`.
 * @pattern ^(?:U[0-9a-f]{32}|LU[\w-]{66})$
 * @permitted U and 32 hexadecimal digits in lower case
 */
export type UserId = string

/**
 * Ids of the users of one request.
 * @minItems 1
 * @maxItems 500
 */
export type UserIds = UserId[]
