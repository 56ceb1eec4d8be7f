/**
 * Types of messages that LIFF sends as messages of the user.
 * @see https://developers.line.biz/en/reference/liff/#send-messages
 * @see https://developers.line.biz/en/reference/liff/#share-target-picker
 */
const shared = ['text', 'image', 'video', 'audio', 'location', 'template', 'flex'] as const

export const liffMessages = {
  'liff.sendMessages': [...shared, 'sticker'],
  'liff.shareTargetPicker': shared,
} as const
