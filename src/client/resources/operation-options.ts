/** Options of single operations other than sends. */
import type { RichMenuSize } from '../../spec/index.js'
import type { CallOptions } from '../options.js'

/** Options of a download. */
export interface ContentOptions extends CallOptions {
  /** Waits until LINE has prepared a video or audio file: `true` for up to 60 seconds, or milliseconds; `Infinity` for no limit. */
  wait?: boolean | number | undefined
  /** Largest content in bytes; a larger one is an error, at once if LINE reports the length. No limit by default. */
  maxBytes?: number | undefined
}

/** Option of sends to phone numbers. */
export interface DeliveryTagOption {
  /** Returned as `delivery.data` of the event that confirms the delivery; {@limit deliveryTag.min} to {@limit deliveryTag.max} characters. */
  deliveryTag?: string | undefined
}

/** Options of `setImage`. */
export interface ImageOptions {
  /** Size of the menu, which the image must have too. */
  size?: RichMenuSize | undefined
}

/** Options of `batch`. */
export interface ResumeOptions {
  /** Name under which a batch that failed half-way can be resumed. */
  resumeRequestKey?: string | undefined
}
