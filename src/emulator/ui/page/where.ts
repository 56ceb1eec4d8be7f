/** Addresses of what the page shows. Absolute, as pictures in messages are. */
export const UI = '/_fukidashi/ui'

export const mediaUrl = (messageId: string): string => `${location.origin}${UI}/media/${messageId}`

export const menuUrl = (richMenuId: string): string => `${location.origin}${UI}/menus/${richMenuId}`
