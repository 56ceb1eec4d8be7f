import { shape } from './shape.js'

/** Limits that depend on another property, or on more than one value. Each is used by one rule in `src/validation/rules`. */
export const limits = {
  /** Text of a buttons template, in grapheme clusters. @see https://developers.line.biz/en/reference/messaging-api/#buttons */
  buttons: { text: 160, textBesidePictureOrTitle: 60 },

  /** Text of a carousel column, in grapheme clusters. @see https://developers.line.biz/en/reference/messaging-api/#column-object-for-carousel */
  column: { text: 120, textBesidePictureOrTitle: 60 },

  /** @see https://developers.line.biz/en/reference/messaging-api/#text-message-v2 */
  textV2: { substitutions: 100, mentions: 20, emojis: 20, keyLength: 20 },

  /** Width of imagemaps, in whose pixels areas are measured. @see https://developers.line.biz/en/reference/messaging-api/#imagemap-message */
  imagemapWidth: 1040,
  /** Lengths in UTF-16 code units. @see https://developers.line.biz/en/docs/messaging-api/text-character-count/ */
  url: { media: 2000, link: 1000 },

  /** Compact JSON in UTF-8, in KB. LINE does not say whether these are 1,024 or 1,000 bytes. */
  flexKilobytes: { bubble: 30, carousel: 50 },

  /** @see https://developers.line.biz/en/reference/messaging-api/#f-image */
  animatedImages: 10,

  /** @see https://developers.line.biz/en/reference/messaging-api/#f-video */
  videoBubbleSizes: ['kilo', 'mega', 'giga'],

  /** Height to width, and each number of `w:h`. @see https://developers.line.biz/en/reference/messaging-api/#f-image */
  aspectRatio: { min: 1, max: 100_000, maxHeightToWidth: 3 },

  /** Width to height. @see https://developers.line.biz/en/reference/messaging-api/#upload-rich-menu-image */
  richMenuRatio: 1.45,

  /** @see https://developers.line.biz/en/reference/messaging-api/#datetime-picker-action */
  dates: { first: '1900-01-01', last: '2100-12-31' },

  /** Audience and redelivery nodes, and demographic filters. @see https://developers.line.biz/en/reference/messaging-api/#narrowcast-recipient */
  narrowcast: { recipients: 10, filters: 10 },

  /** Longer texts are not searched for placeholders. This is not a limit of LINE's either. */
  shape: { ...shape, text: 50_000 },
} as const
