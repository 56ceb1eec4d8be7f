/** The rows of the table for Flex components, see `table.ts`. */
import type { Row } from './row.js'

export const flexTable = {
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
    docs: 'A box that arranges its children in a column, or as `layout` says.',
    example: `flex.box(flex.text('Tea'), flex.text('¥500').align('end')).layout('horizontal').spacing('md')`,
    words: {
      horizontal: {
        property: 'layout',
        docs: 'A box that arranges its children in a row.',
        holds: 'BoxChildren',
        example: `flex.horizontal(flex.text('Tea'), flex.text('¥500').align('end')).spacing('md')`,
      },
      vertical: {
        property: 'layout',
        docs: 'A box that arranges its children in a column.',
        holds: 'BoxChildren',
        example: `flex.vertical(flex.text('Green tea').weight('bold'), flex.text('From Uji')).flex(1)`,
      },
      baseline: {
        property: 'layout',
        docs: 'A box that arranges its children on one text baseline: icons, texts and fillers only.',
        holds: 'BaselineChildren',
        example: `flex.baseline(flex.icon('https://example.com/star.png').size('sm'), flex.text('4.0'))`,
      },
    },
  },
  'Flex.Text': {
    kind: 'flexComponent',
    spec: 'FlexText',
    children: { text: 'text', flexSpan: 'contents[]', json: '' },
    builder: ['...children'],
    docs: 'Text with one style, or with several by `flex.span()`. Without `wrap` it is cut off after one line.',
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
} as const satisfies Record<string, Row>
