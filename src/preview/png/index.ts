/** Pictures of messages as PNG, without a browser. For Node; HTML needs none of this. */

// Drawing
export { toPng } from './to-png.js'

// Pictures
export { imageLoader, type ImageLoaderOptions } from './load/image-loader.js'

// How
export type { FontFile, FontSource, LoadImage, PngOptions } from './options.js'

// What can go wrong
export {
  type MissingGlyphs,
  type MissingImage,
  PngError,
  type PngErrorCode,
  type PngProblem,
} from './problems.js'
