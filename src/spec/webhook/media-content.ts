import type { ReceivedMessage } from './message-content.js'

/**
 * LINE stores the file: get it with `ctx.content()` or `line.content.get(id)`.
 * @see https://developers.line.biz/en/reference/messaging-api/#wh-image
 */
export interface LineContentProvider {
  type: 'line'
}

/** The file is stored on another server, as with media sent from a LIFF app. */
export interface ExternalContentProvider {
  type: 'external'
  originalContentUrl: string
  /** URL of the preview; only for images and videos. */
  previewImageUrl?: string
}

/** @discriminator type */
export type ContentProvider = LineContentProvider | ExternalContentProvider

/**
 * An image that a user sent.
 * @see https://developers.line.biz/en/reference/messaging-api/#wh-image
 */
export interface ImageMessageContent extends ReceivedMessage {
  type: 'image'
  contentProvider: ContentProvider
  /** Set of images that were sent together. They may arrive in any order. */
  imageSet?: ImageSet
  /** Quotes this message in a reply or push. Does not expire. */
  quoteToken: string
}

/** A set of images that were sent together. */
export interface ImageSet {
  id: string
  /** Position in the set, from 1. Absent from old versions of LINE for Android. */
  index?: number
  /** Number of images in the set. Absent from old versions of LINE for Android. */
  total?: number
}

/**
 * A video that a user sent.
 * @see https://developers.line.biz/en/reference/messaging-api/#wh-video
 */
export interface VideoMessageContent extends ReceivedMessage {
  type: 'video'
  /** Length in milliseconds. */
  duration?: number
  contentProvider: ContentProvider
  /** Quotes this message in a reply or push. Does not expire. */
  quoteToken: string
}

/**
 * An audio recording that a user sent.
 * @see https://developers.line.biz/en/reference/messaging-api/#wh-audio
 */
export interface AudioMessageContent extends ReceivedMessage {
  type: 'audio'
  /** Length in milliseconds. */
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
  /** Size in bytes. */
  fileSize: number
}
