/** Addresses of what the page shows. Absolute, as pictures in messages are. */
export const UI = '/_fukidashi/ui'

export const mediaUrl = (messageId: string): string => `${location.origin}${UI}/media/${messageId}`

/** A picture of a video that a person sent. */
export const previewUrl = (messageId: string): string =>
  `${location.origin}${UI}/previews/${messageId}`

export const stickerUrl = (stickerId: string): string =>
  `https://stickershop.line-scdn.net/stickershop/v1/sticker/${stickerId}/android/sticker.png`

export const menuUrl = (richMenuId: string): string => `${location.origin}${UI}/menus/${richMenuId}`
