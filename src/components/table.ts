/**
 * One row for each component, with what the spec cannot say. `npm run generate` makes of it what components know of themselves
 * (`generated/rows.ts`), the builders, and the way from JSON back to elements. It is not loaded at run time.
 */
import type { Kind } from '../jsx-runtime/component.js'

/**
 * Where children go, by what they become: a property, `actions[]` for an item of a list, or `''` for a place of its own, which
 * the component's file describes. `text` is text; `json` is plain JSON.
 */
export type Children = Readonly<Partial<Record<Kind | 'text' | 'json', string>>>

/** A word that is short for a builder and one of its calls. */
export interface Word {
  readonly docs: string
  readonly example: string
  /** The method that is called with the word. */
  readonly property: string
  /** The type of what it can hold. */
  readonly holds: string
}

/** What is known of a component beside its props and its docs, which are in its file. */
export interface Row {
  /** What it becomes, which decides where it may be. */
  readonly kind: Kind
  /** The definitions of `src/spec` that it makes. Their `type` is the type of its JSON. */
  readonly spec: string | readonly string[]
  /** The message around it, and the property of that message which holds it. */
  readonly around?: { readonly spec: string; readonly property: string }
  /** Where children go. Every message takes `<QuickReply>` and `<Sender>` too. */
  readonly children?: Children
  /** The property from which `altText` is taken if it is missing; of a template, all of it. */
  readonly altTextFrom?: string
  /** Has a place of its own in a bubble: a child, never a prop. As a prop, its JSON is another component. */
  readonly block?: true
  /** What it adds to its JSON if it is missing. */
  readonly adds?: readonly string[]
  /** The property of its JSON that holds `x`, `y`, `width` and `height`, which are props of their own. */
  readonly rectangle?: string
  /** Arguments of the builder: props, `name?` if it may be left out, and `...children` for children by any name. */
  readonly builder: readonly string[]
  /** The builder, as an example. */
  readonly example: string
  /** Docs of the builder, where those of the component speak of JSX only. */
  readonly docs?: string
  /** Other names for the builder with one property set. */
  readonly words?: Readonly<Record<string, Word>>
}

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
    example: `imagemapArea(0, 0, 520, 585, messageAction(undefined, 'left'))`,
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

  // Flex: message and containers
  'Flex.Message': {
    kind: 'message',
    spec: 'FlexMessage',
    children: { flexContainer: 'contents', json: 'contents' },
    altTextFrom: 'contents',
    builder: ['...children'],
    example: `flex.message(flex.bubble(flex.body(flex.text('Thank you')))).altText('Receipt')`,
  },
  'Flex.Bubble': {
    kind: 'flexContainer',
    spec: 'FlexBubble',
    children: { flexHeader: 'header', flexHero: 'hero', flexBody: 'body', flexFooter: 'footer' },
    builder: ['...blocks'],
    example: `
      flex.bubble(
        flex.hero(flex.image('https://example.com/tea.jpg').size('full')),
        flex.body(flex.text('Tea').weight('bold')),
      ).size('kilo')`,
  },
  'Flex.Carousel': {
    kind: 'flexContainer',
    spec: 'FlexCarousel',
    children: { flexContainer: 'contents[]', json: 'contents[]' },
    builder: ['...children'],
    example: `flex.carousel(items.map((item) => flex.bubble(flex.body(flex.text(item.name)))))`,
  },

  // Flex: blocks of a bubble
  'Flex.Header': {
    kind: 'flexHeader',
    spec: 'FlexBox',
    block: true,
    children: { flexComponent: 'contents[]', flexBackground: 'background', json: 'contents[]' },
    adds: ['layout', 'contents'],
    builder: ['...children'],
    example: `flex.header(flex.text('Receipt').weight('bold'))`,
  },
  'Flex.Hero': {
    kind: 'flexHero',
    spec: 'FlexHero',
    block: true,
    children: { flexComponent: '', flexVideo: '', json: '' },
    builder: ['...component'],
    example: `flex.hero(flex.image('https://example.com/tea.jpg').size('full').aspectRatio('20:13').aspectMode('cover'))`,
  },
  'Flex.Body': {
    kind: 'flexBody',
    spec: 'FlexBox',
    block: true,
    children: { flexComponent: 'contents[]', flexBackground: 'background', json: 'contents[]' },
    adds: ['layout', 'contents'],
    builder: ['...children'],
    example: `flex.body(flex.text('Thank you')).spacing('md')`,
  },
  'Flex.Footer': {
    kind: 'flexFooter',
    spec: 'FlexBox',
    block: true,
    children: { flexComponent: 'contents[]', flexBackground: 'background', json: 'contents[]' },
    adds: ['layout', 'contents'],
    builder: ['...children'],
    example: `flex.footer(flex.button(uri('Open', 'https://example.com'))).layout('horizontal')`,
  },

  // Flex: components
  'Flex.Box': {
    kind: 'flexComponent',
    spec: 'FlexBox',
    children: { flexComponent: 'contents[]', flexBackground: 'background', json: 'contents[]' },
    adds: ['layout', 'contents'],
    builder: ['...children'],
    docs: 'A box that lays out others in a column, unless `layout` says otherwise.',
    example: `flex.box(flex.text('Tea'), flex.text('¥500').align('end')).layout('horizontal').spacing('md')`,
    words: {
      horizontal: {
        property: 'layout',
        docs: 'A box that lays out others in a row.',
        holds: 'Exclude<spec.FlexBoxContent, spec.FlexIcon>',
        example: `flex.horizontal(flex.text('Tea'), flex.text('¥500').align('end')).spacing('md')`,
      },
      vertical: {
        property: 'layout',
        docs: 'A box that lays out others in a column.',
        holds: 'Exclude<spec.FlexBoxContent, spec.FlexIcon>',
        example: `flex.vertical(flex.text('Green tea').weight('bold'), flex.text('From Uji')).flex(1)`,
      },
      baseline: {
        property: 'layout',
        docs: 'A box that lays out others on a line of text: icons, texts and fillers only.',
        holds: 'spec.FlexIcon | spec.FlexText | spec.FlexFiller',
        example: `flex.baseline(flex.icon('https://example.com/star.png').size('sm'), flex.text('4.0'))`,
      },
    },
  },
  'Flex.Text': {
    kind: 'flexComponent',
    spec: 'FlexText',
    children: { text: 'text', flexSpan: 'contents[]', json: '' },
    builder: ['...children'],
    docs: 'Text of one style, or of several with `flex.span()`. Without `wrap` it stays on one line.',
    example: `flex.text('In all ', flex.span('¥500').weight('bold')).wrap().color('#555555')`,
  },
  'Flex.Span': {
    kind: 'flexSpan',
    spec: 'FlexSpan',
    children: { text: 'text' },
    builder: ['...children'],
    example: `flex.text('Sold out ', flex.span('today').color('#FF334B'))`,
  },
  'Flex.Image': {
    kind: 'flexComponent',
    spec: 'FlexImage',
    children: { action: 'action', json: 'action' },
    builder: ['url'],
    example: `flex.image('https://example.com/tea.jpg').size('full').aspectRatio('20:13').aspectMode('cover')`,
  },
  'Flex.Icon': {
    kind: 'flexComponent',
    spec: 'FlexIcon',
    builder: ['url'],
    example: `flex.baseline(flex.icon('https://example.com/star.png').size('sm'), flex.text('4.0'))`,
  },
  'Flex.Video': {
    kind: 'flexVideo',
    spec: 'FlexVideo',
    children: { flexComponent: 'altContent', action: 'action', json: '' },
    builder: ['url', 'previewUrl'],
    example: `
      flex.hero(
        flex.video('https://example.com/tea.mp4', 'https://example.com/tea.jpg')
          .aspectRatio('20:13')
          .altContent(flex.image('https://example.com/tea.jpg').size('full'))
          .action(uri('More', 'https://example.com/tea')),
      )`,
  },
  'Flex.Button': {
    kind: 'flexComponent',
    spec: 'FlexButton',
    children: { action: 'action', json: 'action' },
    builder: ['...action'],
    example: `flex.button(postback('Buy', 'buy=1')).style('primary')`,
  },
  'Flex.Separator': {
    kind: 'flexComponent',
    spec: 'FlexSeparator',
    builder: [],
    example: `flex.separator().margin('lg').color('#DDDDDD')`,
  },
  'Flex.Filler': {
    kind: 'flexComponent',
    spec: 'FlexFiller',
    builder: [],
    example: `flex.filler().flex(2)`,
  },
  'Flex.LinearGradient': {
    kind: 'flexBackground',
    spec: 'FlexLinearGradient',
    builder: ['angle', 'startColor', 'endColor'],
    example: `flex.vertical(flex.text('Tea')).background(flex.linearGradient('0deg', '#06C755', '#FFFFFF'))`,
  },

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
      buttons('Please choose').defaultAction(uri(undefined, 'https://example.com')) // not on a button: no label`,
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
