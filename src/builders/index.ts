/**
 * `fukidashi/builders`: messages without JSX. A factory makes what the component of the same name makes; its arguments are
 * the children, or LINE's required properties, and each property is a method.
 *
 * Builders never change: each call gives a new one. They are elements, so they mix with JSX and with JSON both ways.
 *
 * @module
 */

// Messages
export { text, type TextBuilder } from './messages.js'
export { mention, type MentionBuilder } from './messages.js'
export { emoji, type EmojiBuilder } from './messages.js'
export { sticker, type StickerBuilder } from './messages.js'
export { image, type ImageBuilder } from './messages.js'
export { video, type VideoBuilder } from './messages.js'
export { audio, type AudioBuilder } from './messages.js'
export { location, type LocationBuilder } from './messages.js'
export { coupon, type CouponBuilder } from './messages.js'
export { imagemap, type ImagemapBuilder } from './imagemap.js'
export { imagemapArea, type ImagemapAreaBuilder } from './imagemap.js'
export { imagemapVideo, type ImagemapVideoBuilder } from './imagemap.js'
export { raw } from '../components/index.js'

// Templates
export { buttons, type ButtonsBuilder } from './templates.js'
export { confirm, type ConfirmBuilder } from './templates.js'
export { carousel, type CarouselBuilder } from './templates.js'
export { column, type ColumnBuilder } from './templates.js'
export { imageCarousel, type ImageCarouselBuilder } from './templates.js'
export { imageColumn, type ImageColumnBuilder } from './templates.js'

// Flex
export * as flex from './flex/index.js'

// Actions
export { postback, type PostbackBuilder } from './actions.js'
export { messageAction, type MessageActionBuilder } from './actions.js'
export { uri, type UriBuilder } from './actions.js'
export { datetimePicker, type DatetimePickerBuilder } from './actions.js'
export { clipboard, type ClipboardBuilder } from './actions.js'
export { camera, type CameraBuilder } from './actions.js'
export { cameraRoll, type CameraRollBuilder } from './actions.js'
export { locationAction, type LocationActionBuilder } from './actions.js'
export { richMenuSwitch, type RichMenuSwitchBuilder } from './actions.js'

// Around a message
export { quickReply, type QuickReplyBuilder } from './around.js'
export { quickReplyItem, type QuickReplyItemBuilder } from './around.js'
export { sender, type SenderBuilder } from './around.js'

// Rich menus
export { richMenu, type RichMenuBuilder } from './rich-menu.js'
export { area, type AreaBuilder } from './rich-menu.js'

// For those who write types
export type { Listed, Setters } from './setters.js'
