import type { Chat } from '../../src/preview/index.js'
import { box, bubble, text } from './messages.js'

/** A chat that has one text in every possible property. */
export function everywhere(said: string): Chat {
  const action = { type: 'uri', label: said, uri: said }
  const message = { type: 'message', label: said, text: said }
  const column = { title: said, text: said, thumbnailImageUrl: said, actions: [action, message] }
  const area = { x: 0, y: 0, width: 10, height: 10 }
  const messages = [
    { type: 'text', text: said, emojis: [{ index: 0, productId: said, emojiId: said }] },
    { type: 'text', text: said, mention: { mentionees: [{ index: 0, length: 3, type: 'user' }] } },
    {
      type: 'textV2',
      text: `${said} {a} {b} {{${said}}}`,
      substitution: {
        a: { type: 'mention', mentionee: { type: 'user', userId: 'U1' } },
        b: { type: 'emoji', productId: said, emojiId: said },
      },
    },
    { type: 'sticker', packageId: said, stickerId: said },
    { type: 'image', originalContentUrl: said, previewImageUrl: said },
    { type: 'video', originalContentUrl: said, previewImageUrl: said },
    { type: 'audio', originalContentUrl: said, duration: said },
    { type: 'file', fileName: said, fileSize: said },
    { type: 'location', title: said, address: said, latitude: said, longitude: said },
    {
      type: 'imagemap',
      altText: said,
      baseUrl: said,
      baseSize: { width: said, height: 1040 },
      video: { originalContentUrl: said, previewImageUrl: said, area },
      actions: [
        { type: 'uri', linkUri: said, area },
        { type: 'message', text: said, label: said, area },
      ],
    },
    {
      type: 'template',
      template: { type: 'buttons', ...column, defaultAction: action, imageBackgroundColor: said },
    },
    { type: 'template', template: { type: 'confirm', text: said, actions: [action, message] } },
    { type: 'template', template: { type: 'carousel', columns: [column] } },
    {
      type: 'template',
      template: { type: 'image_carousel', columns: [{ imageUrl: said, action }] },
    },
    { type: 'template', template: { type: said } },
    { type: 'coupon', couponId: said },
    { type: said },
    bubble({
      size: said,
      direction: said,
      action,
      hero: { type: 'video', url: said, previewUrl: said, action, aspectRatio: said },
      body: box('vertical', [
        text(said, { color: said, size: said, action, wrap: true, lineSpacing: said }),
        { type: 'text', contents: [{ type: 'span', text: said, color: said, size: said }] },
        box('baseline', [{ type: 'icon', url: said, size: said, aspectRatio: said }]),
        { type: 'image', url: said, size: said, aspectRatio: said, backgroundColor: said, action },
        { type: 'button', action, color: said, style: said, height: said },
        { type: 'separator', color: said, margin: said },
        { type: said },
        box(said, [], {
          width: said,
          height: said,
          borderWidth: said,
          borderColor: said,
          cornerRadius: said,
        }),
        box('vertical', [], {
          background: { type: 'linearGradient', angle: said, startColor: said, endColor: said },
          offsetTop: said,
          paddingAll: said,
          position: said,
        }),
      ]),
      styles: { body: { backgroundColor: said, separatorColor: said, separator: true } },
    }),
  ]
  const entries = messages.map((one, index) => ({
    kind: 'message' as const,
    message: { ...one, sender: { name: said, iconUrl: said } } as never,
    from:
      index % 3 === 0
        ? ('me' as const)
        : index % 3 === 1
          ? ('bot' as const)
          : { name: said, iconUrl: said },
    time: said,
    quoted: { name: said, text: said },
  }))
  return {
    entries: [...entries, { kind: 'system', text: said }, { kind: 'loading' }],
    quickReply: { items: [{ type: 'action', imageUrl: said, action: message as never }] },
    richMenu: {
      menu: {
        size: { width: 800, height: 400 },
        areas: [{ bounds: area, action }],
        chatBarText: said,
        name: said,
      } as never,
      imageUrl: said,
      open: true,
    },
  }
}
