/** `fukidashi/spec`: LINE's JSON as types. The single source of validators, schemas, builders and docs. */

// Messages
export type * from './message.js'
export type * from './message-common.js'
export type * from './text.js'
export type * from './sticker.js'
export type * from './image.js'
export type * from './video.js'
export type * from './audio.js'
export type * from './location.js'
export type * from './imagemap.js'
export type * from './template.js'
export type * from './flex/index.js'
export type * from './coupon.js'

// Parts that all messages can have
export type * from './quick-reply.js'
export type * from './sender.js'
export type * from './action.js'

// Rich menus, narrowcasts and coupons
export type * from './rich-menu.js'
export type * from './narrowcast.js'
export type * from './coupon-request.js'

// Scalar values
export type * from './values.js'

// Requests and answers
export type * from './api/index.js'

// Webhooks
export type * from './webhook/index.js'
