/** Webhook events, as types. */

// The body and its events
export type * from './event.js'
export type * from './common.js'
export type * from './source.js'

// Messages
export type * from './message-events.js'
export type * from './message-content.js'
export type * from './text-content.js'
export type * from './media-content.js'
export type * from './sticker-content.js'
export type * from './location-content.js'

// Taps
export type * from './postback-event.js'

// Users and chats
export type * from './friend-events.js'
export type * from './group-events.js'
export type * from './user-events.js'

// Modules and notification messages
export type * from './module-events.js'
export type * from './delivery-event.js'
