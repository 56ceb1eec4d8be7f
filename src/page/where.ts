/** URLs of media. Absolute, like those of pictures in messages. */
export const UI = '/_fukidashi/ui'

export const mediaUrl = (messageId: string): string => `${location.origin}${UI}/media/${messageId}`

/** Preview picture of a video that a person has sent. */
export const previewUrl = (messageId: string): string =>
  `${location.origin}${UI}/previews/${messageId}`

export const stickerUrl = (stickerId: string): string =>
  `https://stickershop.line-scdn.net/stickershop/v1/sticker/${stickerId}/android/sticker.png`

export const menuUrl = (richMenuId: string): string => `${location.origin}${UI}/menus/${richMenuId}`
