/** Limits that are not expressed by tags and not checked by rules. The core does not load them. */
export const apiLimits = {
  /** Lines of a file with members of an audience. @see https://developers.line.biz/en/reference/messaging-api/#create-upload-audience-group-by-file */
  audienceFileLines: 1_500_000,

  /** Periods of statistics, in days. @see https://developers.line.biz/en/reference/messaging-api/#get-statistics-per-unit */
  statistics: { unitDays: 30, richMenuDays: 396, richMenuDaily: 99 },

  /** Channel access tokens with a lifetime. @see https://developers.line.biz/en/reference/messaging-api/#issue-channel-access-token-v2-1 */
  tokens: { count: 30, days: 30 },

  /** Characters of the header `X-Line-Delivery-Tag`. @see https://developers.line.biz/en/docs/partner-docs/line-notification-messages/ */
  deliveryTag: { min: 16, max: 100 },

  /** LIFF apps of a channel. @see https://developers.line.biz/en/reference/liff-server/#add-liff-app */
  liffApps: 30,

  /** In webhook events. @see https://developers.line.biz/en/reference/messaging-api/#wh-sticker */
  webhook: { keywords: 15, stickerText: 100, mentionees: 20 },

  /** The nonce of an account link. @see https://developers.line.biz/en/docs/messaging-api/linking-accounts/ */
  nonce: { min: 10, max: 255 },

  /** Files behind URLs, in megabytes. Not checked, because the files are not loaded. @see https://developers.line.biz/en/reference/messaging-api/#image-message */
  files: { image: 10, preview: 1, icon: 1, video: 200, audio: 200, animatedKilobytes: 300 },

  /** Maximum width and height of images in templates and Flex messages, in pixels. @see https://developers.line.biz/en/reference/messaging-api/#f-image */
  pictureSide: 1024,

  /** Rich menus and aliases of an account. @see https://developers.line.biz/en/docs/messaging-api/using-rich-menus/ */
  richMenus: { menus: 1_000, aliases: 1_000 },

  /** The file of a rich menu's image. @see https://developers.line.biz/en/reference/messaging-api/#upload-rich-menu-image */
  richMenuImage: { bytes: 1_048_576 },

  /** The pictures of an imagemap: widths that LINE asks for, and the largest file. @see https://developers.line.biz/en/reference/messaging-api/#base-url */
  imagemapImage: { widths: [240, 300, 460, 700, 1040], megabytes: 10 },

  /** Types of messages that can be quoted. @see https://developers.line.biz/en/docs/messaging-api/get-quote-tokens/ */
  quotable: ['text', 'textV2', 'sticker', 'image', 'video', 'template', 'flex'],
} as const
