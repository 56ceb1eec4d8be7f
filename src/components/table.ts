/**
 * One row for each component, with what the spec cannot say. `npm run generate` makes of it what components know of themselves
 * (`generated/rows.ts`), the builders, and the way from JSON back to elements. It is not loaded at run time. The rows of Flex are in
 * `flex-table.ts`.
 */
import { flexTable } from './flex-table.js'
import type { Row } from './row.js'

const rectangle = ['x', 'y', 'width', 'height']

export const table = {
  // Messages
  Text: {
    kind: 'message',
    spec: ['TextMessage', 'TextMessageV2'],
    children: { text: 'text', mention: '', emoji: '', json: '' },
    builder: ['...children'],
    example: `text('Hello ', mention(userId), '! {Braces} are safe.')`,
  },
  Mention: {
    kind: 'mention',
    spec: 'MentionSubstitution',
    builder: ['userId?'],
    example: `text('Thank you, ', mention(userId), '! ', mention().all(), ' look!')`,
  },
  Emoji: {
    kind: 'emoji',
    spec: 'EmojiSubstitution',
    builder: ['productId', 'emojiId'],
    example: `text('Good morning ', emoji('5ac1bfd5040ab15980c9b435', '001'))`,
  },
  Sticker: {
    kind: 'message',
    spec: 'StickerMessage',
    builder: ['packageId', 'stickerId'],
    example: `sticker('446', '1988')`,
  },
  Image: {
    kind: 'message',
    spec: 'ImageMessage',
    builder: ['originalContentUrl', 'previewImageUrl'],
    example: `image('https://example.com/tea.jpg', 'https://example.com/tea-small.jpg')`,
  },
  Video: {
    kind: 'message',
    spec: 'VideoMessage',
    builder: ['originalContentUrl', 'previewImageUrl'],
    example: `video('https://example.com/tea.mp4', 'https://example.com/tea.jpg').trackingId('tea-1')`,
  },
  Audio: {
    kind: 'message',
    spec: 'AudioMessage',
    builder: ['originalContentUrl', 'duration'],
    example: `audio('https://example.com/hello.m4a', 4000)`,
  },
  Location: {
    kind: 'message',
    spec: 'LocationMessage',
    builder: ['title', 'address', 'latitude', 'longitude'],
    example: `location('Our shop', '1-3 Kioicho, Chiyoda-ku, Tokyo', 35.67966, 139.73669)`,
  },
  Coupon: {
    kind: 'message',
    spec: 'CouponMessage',
    builder: ['couponId'],
    example: `coupon('01JYNW8JMQVFBNWF1APF8Z3FS7').deliveryTag('spring')`,
  },
  Imagemap: {
    kind: 'message',
    spec: 'ImagemapMessage',
    children: { imagemapArea: 'actions[]', imagemapVideo: 'video', json: 'actions[]' },
    altTextFrom: 'actions',
    builder: ['baseUrl', '...children'],
    example: `
      imagemap('https://example.com/map', imagemapArea(0, 0, 520, 585, uri('Left', 'https://example.com/left')))
        .altText('Map')
        .baseSize({ width: 1040, height: 585 })`,
  },
  ImagemapArea: {
    kind: 'imagemapArea',
    spec: ['UriImagemapAction', 'MessageImagemapAction', 'ClipboardImagemapAction'],
    children: { action: '', json: '' },
    rectangle: 'area',
    builder: [...rectangle, '...action'],
    example: `
      imagemapArea(0, 0, 520, 585, messageAction({ text: 'left' }))
      imagemapArea(520, 0, 520, 585, clipboard({ clipboardText: 'TEA-2026' }))`,
  },
  ImagemapVideo: {
    kind: 'imagemapVideo',
    spec: 'ImagemapVideo',
    children: { action: '', json: '' },
    rectangle: 'area',
    builder: ['originalContentUrl', 'previewImageUrl'],
    example: `
      imagemapVideo('https://example.com/tea.mp4', 'https://example.com/tea.jpg')
        .x(0).y(0).width(1040).height(585)
        .externalLink({ linkUri: 'https://example.com/more', label: 'More' })`,
  },

  // Templates
  Buttons: {
    kind: 'message',
    spec: 'ButtonsTemplate',
    around: { spec: 'TemplateMessage', property: 'template' },
    children: { text: 'text', action: 'actions[]', json: 'actions[]' },
    builder: ['...children'],
    example: `
      buttons('Please choose')
        .altText('Buy tea')
        .title('Tea')
        .actions(postback('Buy', 'action=buy&id=1'), uri('Details', 'https://example.com'))`,
  },
  Confirm: {
    kind: 'message',
    spec: 'ConfirmTemplate',
    around: { spec: 'TemplateMessage', property: 'template' },
    children: { text: 'text', action: 'actions[]', json: 'actions[]' },
    builder: ['...children'],
    example: `confirm('Delete it?').altText('Delete it?').actions(postback('Yes', 'delete'), postback('No', 'keep'))`,
  },
  Carousel: {
    kind: 'message',
    spec: 'CarouselTemplate',
    around: { spec: 'TemplateMessage', property: 'template' },
    children: { column: 'columns[]', json: 'columns[]' },
    builder: ['...children'],
    example: `
      carousel(
        column('From Uji').title('Green').actions(postback('Buy', 'buy=1')),
        column('From Sayama').title('Black').actions(postback('Buy', 'buy=2')),
      ).altText('Teas')`,
  },
  Column: {
    kind: 'column',
    spec: 'CarouselColumn',
    children: { text: 'text', action: 'actions[]', json: 'actions[]' },
    builder: ['...children'],
    example: `column('From Uji').title('Green tea').actions(postback('Buy', 'buy=1'))`,
  },
  ImageCarousel: {
    kind: 'message',
    spec: 'ImageCarouselTemplate',
    around: { spec: 'TemplateMessage', property: 'template' },
    children: { imageColumn: 'columns[]', json: 'columns[]' },
    builder: ['...children'],
    example: `
      imageCarousel(
        imageColumn('https://example.com/green.jpg', postback('Green', 'buy=1')),
        imageColumn('https://example.com/black.jpg', postback('Black', 'buy=2')),
      ).altText('Teas')`,
  },
  ImageColumn: {
    kind: 'imageColumn',
    spec: 'ImageCarouselColumn',
    children: { action: 'action', json: 'action' },
    builder: ['imageUrl', '...action'],
    example: `imageColumn('https://example.com/green.jpg', postback('Green', 'buy=1'))`,
  },

  ...flexTable,

  // Actions
  Postback: {
    kind: 'action',
    spec: 'PostbackAction',
    builder: ['label', 'data'],
    example: `postback('Buy', 'action=buy&id=1').displayText('I take it')`,
  },
  MessageAction: {
    kind: 'action',
    spec: 'MessageAction',
    builder: ['label', 'text'],
    example: `messageAction('Menu', 'menu')`,
  },
  Uri: {
    kind: 'action',
    spec: 'UriAction',
    builder: ['label', 'uri'],
    example: `
      uri('Details', 'https://example.com/tea?id=1')
      buttons('Please choose').defaultAction(uri({ uri: 'https://example.com' })) // not on a button: no label`,
  },
  DatetimePicker: {
    kind: 'action',
    spec: 'DatetimePickerAction',
    builder: ['label', 'data', 'mode'],
    example: `datetimePicker('Choose a day', 'book', 'date').min('2026-01-01').max('2026-12-31')`,
  },
  Clipboard: {
    kind: 'action',
    spec: 'ClipboardAction',
    builder: ['label', 'clipboardText'],
    example: `clipboard('Copy the code', 'TEA-2026')`,
  },
  Camera: {
    kind: 'action',
    spec: 'CameraAction',
    builder: ['label'],
    example: `quickReply(camera('Take a picture'))`,
  },
  CameraRoll: {
    kind: 'action',
    spec: 'CameraRollAction',
    builder: ['label'],
    example: `quickReply(cameraRoll('Choose a picture'))`,
  },
  LocationAction: {
    kind: 'action',
    spec: 'LocationAction',
    builder: ['label'],
    example: `quickReply(locationAction('Send where I am'))`,
  },
  RichMenuSwitch: {
    kind: 'action',
    spec: 'RichMenuSwitchAction',
    builder: ['label', 'richMenuAliasId', 'data'],
    example: `richMenuSwitch('Drinks', 'drinks', 'tab=drinks')`,
  },

  // Around a message
  QuickReply: {
    kind: 'quickReply',
    spec: 'QuickReply',
    children: { action: 'items[]', quickReplyItem: 'items[]', json: '' },
    builder: ['...children'],
    example: `text('What next?').quickReply(quickReply(messageAction('Menu', 'menu'), locationAction('Send where I am')))`,
  },
  QuickReplyItem: {
    kind: 'quickReplyItem',
    spec: 'QuickReplyItem',
    children: { action: 'action', json: 'action' },
    builder: ['...action'],
    example: `quickReply(quickReplyItem(messageAction('Tea', 'tea')).imageUrl('https://example.com/tea.png'))`,
  },
  Sender: {
    kind: 'sender',
    spec: 'Sender',
    builder: ['name?', 'iconUrl?'],
    example: `text('Your train is late.').sender(sender('Station', 'https://example.com/station.png'))`,
  },

  // Rich menus
  RichMenu: {
    kind: 'richMenu',
    spec: 'RichMenuRequest',
    children: { richMenuArea: 'areas[]', json: 'areas[]' },
    builder: ['...children'],
    example: `
      richMenu(area(0, 0, 2500, 843, uri('Shop', 'https://example.com')))
        .size({ width: 2500, height: 843 })
        .selected()
        .name('Main menu')
        .chatBarText('Menu')`,
  },
  Area: {
    kind: 'richMenuArea',
    spec: 'RichMenuArea',
    children: { action: 'action', json: 'action' },
    rectangle: 'bounds',
    builder: [...rectangle, '...action'],
    example: `area(0, 0, 1250, 843, richMenuSwitch('Drinks', 'drinks', 'tab=drinks'))`,
  },
} as const satisfies Readonly<Record<string, Row>>

/** Definitions with a `type` that no component makes by itself: parts that a component writes from its props. */
export const parts: readonly string[] = ['UserMentionTarget', 'AllMentionTarget']
