import type { ReceivedMessage } from './message-content.js'

/**
 * LINE keeps the bytes: fetch them with `ctx.content()` or `line.content.get(id)`.
 * @see https://developers.line.biz/en/reference/messaging-api/#wh-image
 */
export interface LineContentProvider {
  type: 'line'
}

/** The bytes are elsewhere, as with media sent from a LIFF app. */
export interface ExternalContentProvider {
  type: 'external'
  originalContentUrl: string
  /** Of images and videos. */
  previewImageUrl?: string
}

/** @discriminator type */
export type ContentProvider = LineContentProvider | ExternalContentProvider

/**
 * A picture that a user sent.
 * @see https://developers.line.biz/en/reference/messaging-api/#wh-image
 */
export interface ImageMessageContent extends ReceivedMessage {
  type: 'image'
  contentProvider: ContentProvider
  /** Of pictures that were sent at one go. They may arrive in any order. */
  imageSet?: ImageSet
  /** Quotes this message in a reply or push. Does not expire. */
  quoteToken: string
}

/** Which pictures were sent together. */
export interface ImageSet {
  id: string
  /** Place in the set, from 1. Absent from old versions of LINE for Android. */
  index?: number
  /** How many there are. Absent from old versions of LINE for Android. */
  total?: number
}

/**
 * A video that a user sent.
 * @see https://developers.line.biz/en/reference/messaging-api/#wh-video
 */
export interface VideoMessageContent extends ReceivedMessage {
  type: 'video'
  /** In milliseconds. */
  duration?: number
  contentProvider: ContentProvider
  /** Quotes this message in a reply or push. Does not expire. */
  quoteToken: string
}

/**
 * A recording that a user sent.
 * @see https://developers.line.biz/en/reference/messaging-api/#wh-audio
 */
export interface AudioMessageContent extends ReceivedMessage {
  type: 'audio'
  /** In milliseconds. */
  duration?: number
  contentProvider: ContentProvider
}

/**
 * A file that a user sent.
 * @see https://developers.line.biz/en/reference/messaging-api/#wh-file
 */
export interface FileMessageContent extends ReceivedMessage {
  type: 'file'
  fileName: string
  /** In bytes. */
  fileSize: number
}
