/** The rules that the spec names with `@rule`, `@listRule` and `@ruleAfterParts`, for the generated validators. */

// Messages
export { delivery, emojis, placeholders, sticker, substitutions } from './messages.js'
export { quickReplyItem } from './quick-reply.js'
export { imagemapActions, imagemapArea, imagemapWidth } from './imagemap.js'
export { alikeColumns, buttonsText, columnText, confirmText } from './templates.js'
export {
  animated,
  animatedImages,
  aspectRatio,
  filler,
  firstBlock,
  firstComponent,
  inBox,
  noVideo,
  oneSize,
  size,
  someBlock,
  someText,
  videoHero,
} from './flex.js'
export { altUri, datetimes, label, messageText, postback } from './action.js'

// Beside messages
export {
  batchOperations,
  coupon,
  filters,
  operator,
  partialDelivery,
  range,
  recipients,
  richMenuArea,
  richMenuRatio,
} from './beside-messages.js'

// Scalars, which the generated validators know by their limits
export { both, flag, idText, number, only, text, url, words } from './scalars.js'

// Objects, unions and entry points, by tables
export { entry, table, union } from './table.js'
