/** Messages as PNG, without a browser. For Node. HTML does not need this entry point. */

// Drawing
export { toPng } from './to-png.js'

// Comparing
export {
  type ComparablePicture,
  type CompareOptions,
  comparePictures,
  type MessagePicture,
  type PictureComparison,
} from './compare/compare-pictures.js'
export type { ChangeOf, PictureChange, StyleChange } from './compare/changes.js'

// Loading images
export { imageLoader, type ImageLoaderOptions } from './load/image-loader.js'

// Options
export type { CouponLook, Drawable, Person } from '../index.js'
export type { FontFile, FontSource, LoadImage, PngOptions } from './options.js'

// Errors
export {
  type MissingGlyphs,
  type MissingImage,
  PngError,
  type PngErrorCode,
  type PngProblem,
  type UnreadableFont,
} from './problems.js'
