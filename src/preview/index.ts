/** Previews of messages: JSON → styled tree → HTML, as LINE draws them. */

// Drawing
export { toHtml } from './to-html.js'
export { toTree } from './to-tree.js'
export { stylesheet } from './html/stylesheet.js'

// What can be drawn
export type * as spec from '../spec/index.js'
export type {
  Chat,
  ChatEntry,
  Drawable,
  LoadingEntry,
  MessageEntry,
  Quoted,
  RichMenuPicture,
  SystemEntry,
} from './chat/types.js'

// Errors
export { PreviewError, type PreviewErrorCode } from './errors.js'

// Options
export { type DeviceName, deviceNames } from './devices.js'
export type { PreviewLanguage } from './words.js'
export type { CouponLook, HtmlOptions, LinkPreview, Person, PreviewOptions } from './options.js'

// The tree, for other renderers
export type {
  BoxNode,
  ImageNode,
  InlineImage,
  Length,
  Role,
  Run,
  Style,
  TextNode,
  TreeNode,
} from './tree.js'
export type { Tap, TapAction } from './tap.js'
