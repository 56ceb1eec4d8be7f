/** Requests and responses of LINE's operations, under the names of LINE's API description. */

// Sending
export type * from './message.js'
export type * from './notification.js'
export type * from './statistics.js'

// Chats and the people in them
export type * from './user.js'
export type * from './group.js'
export type * from './chat.js'
export type * from './membership.js'
export type * from './content.js'

// The account
export type * from './bot.js'
export type * from './rich-menu.js'
export type * from './coupon.js'
export type * from './audience.js'
export type * from './insight.js'

// Tokens, LIFF apps and others
export type * from './token.js'
export type * from './liff.js'
export type * from './module.js'
export type * from './shop.js'

// Errors
export type * from './error.js'
