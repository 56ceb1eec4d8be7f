/** For every code: something that raises it, and what to do about it. */
import { createElement } from '../../src/jsx-runtime/jsx.ts'
import { Flex, Postback, Sticker, Text } from '../../src/components/index.ts'
import { MessageList_maxItems } from '../../src/spec/generated/numbers.ts'
import type { ProblemCode } from '../../src/validation/codes.ts'
import type { ValidateOptions } from '../../src/validation/options.ts'

export interface Sample {
  value: unknown
  options?: ValidateOptions
  /** What to do, for somebody who just met the problem. */
  fix: string
}

const text = (extra: object = {}) => ({ type: 'text', text: 'Hello', ...extra })
const buttons = (extra: object = {}, action: object = {}) => ({
  type: 'template',
  altText: 'Tea',
  template: {
    type: 'buttons',
    text: 'Which tea?',
    actions: [{ type: 'postback', label: 'Green', data: 'tea=green', ...action }],
    ...extra,
  },
})
const image = (url: string) => ({ type: 'image', originalContentUrl: url, previewImageUrl: url })
const flexBody = (...contents: object[]) => ({
  type: 'flex',
  altText: 'Tea',
  contents: { type: 'bubble', body: { type: 'box', layout: 'vertical', contents } },
})
const picker = (extra: object) =>
  buttons({}, { type: 'datetimepicker', label: 'When?', mode: 'date', ...extra })
const menu = (size: object, bounds: object) => ({
  size,
  selected: true,
  name: 'Tea',
  chatBarText: 'Menu',
  areas: [{ bounds, action: { type: 'message', label: 'Tea', text: 'tea' } }],
})
const asMenu = { as: 'rich-menu' } as const

const deep = () => {
  let box: object = { type: 'box', layout: 'vertical', contents: [] }
  for (let i = 0; i < 200; i++) box = { type: 'box', layout: 'vertical', contents: [box] }
  return flexBody(box)
}
const cycle = () => {
  const message: Record<string, unknown> = text()
  message['sender'] = message
  return message
}
const Price = () => {
  throw new Error('no price for "tea"')
}
const Stock = () => Promise.resolve(null)

export const samples: Record<ProblemCode, Sample> = {
  // Shape
  required: {
    value: { type: 'text' },
    fix: 'Add the property. In JSX it may also be a child; the message says which component needs it.',
  },
  wrong_type: {
    value: { type: 'text', text: 5 },
    fix: 'Give the type that the message asks for, for example `String(5)`.',
  },
  numeric_id: {
    value: { type: 'sticker', packageId: 446, stickerId: 1988 },
    fix: 'Put the number in quotes.',
  },
  unknown_property: {
    value: text({ quickreply: { items: [] } }),
    fix: 'Look at the spelling: the message proposes a property that is close. If LINE has added the property since this version of fukidashi, the warning does no harm. In `styles` of a bubble it is an error: LINE refuses other keys than the four blocks.',
  },
  unknown_type: {
    value: { type: 'texts', text: 'Hello' },
    fix: 'Use one of the types in the message.',
  },
  not_permitted: {
    value: {
      type: 'flex',
      altText: 'Tea',
      contents: { ...flexBody({ type: 'text', text: 'Tea' }).contents, size: 'gigantic' },
    },
    fix: 'Use one of the words in the message.',
  },
  bad_format: {
    value: flexBody({ type: 'text', text: 'Tea', color: 'red' }),
    fix: 'Write the value in the form that the message shows. In a `textV2`, write a brace that readers shall see twice; `<Text>` does this for you.',
  },
  // Size
  empty: {
    value: { type: 'text', text: '' },
    fix: 'Write something, or leave the property or the component out. A value from your data may be empty: `{name && <Text>{name}</Text>}`.',
  },
  too_long: {
    value: buttons({}, { label: 'Add this lovely tea to my basket' }),
    fix: 'Make the text shorter. `truncate(text, limit)` cuts it without breaking an emoji. The limits of labels depend on the place: see [labels](components.md#labels).',
  },
  too_few: {
    value: { type: 'template', altText: 'Sure?', template: { ...confirm(1) } },
    fix: 'Add items. A confirm template always has two buttons.',
  },
  too_many: {
    value: Array.from({ length: MessageList_maxItems + 1 }, () => text()),
    fix: 'Send fewer. More than {@limit MessageList_maxItems} messages need a second request; more than {@limit CarouselTemplate_columns_maxItems} columns fit in a Flex carousel of {@limit FlexCarousel_contents_maxItems} bubbles, or in a second message.',
  },
  too_small: {
    value: { type: 'location', title: 'Shop', address: 'Kyoto', latitude: -91, longitude: 135 },
    fix: 'Give a number that is at least the limit.',
  },
  too_large: {
    value: {
      type: 'location',
      title: 'Shop',
      address: 'Kyoto',
      latitude: 135.76,
      longitude: 35.01,
    },
    fix: 'Give a number that is at most the limit. Here latitude and longitude were exchanged.',
  },
  too_many_bytes: {
    value: flexBody(
      ...Array.from({ length: 500 }, (_, i) => ({
        type: 'text',
        text: `お茶の説明、その${String(i)}：香りと味`,
      })),
    ),
    fix: 'Show fewer items and link to a page with the rest, or send several bubbles.',
  },
  // Place
  misplaced: {
    value: flexBody({ type: 'icon', url: 'https://example.com/star.png' }),
    fix: 'Move it to a place that takes it, or use what the message proposes. [Components](components.md) says for each where it is permitted.',
  },
  conflict: {
    value: buttons({}, { displayText: 'Green, please', text: 'Green, please' }),
    fix: 'Keep one of the two.',
  },
  inconsistent: {
    value: {
      type: 'template',
      altText: 'Teas',
      template: { type: 'carousel', columns: [column('Green', 1), column('Black', 2)] },
    },
    fix: 'Make all items alike. In a carousel, fill a short column with a further button; in a Flex carousel, give all bubbles one `size`.',
  },
  ignored: {
    value: [
      text({
        quickReply: {
          items: [{ type: 'action', action: { type: 'message', label: 'Menu', text: 'menu' } }],
        },
      }),
      text(),
    ],
    fix: 'Leave it out, or move it to the place that the message names.',
  },
  deprecated: {
    value: flexBody({ type: 'filler' }),
    fix: 'Use what the message names instead. It works until LINE removes it. Each message has one such warning for the same thing, with a count.',
  },
  unsupported: {
    value: {
      type: 'textV2',
      text: 'Hello {who}',
      substitution: { who: { type: 'mention', mentionee: { type: 'all' } } },
    },
    options: { endpoint: 'broadcast' },
    fix: 'Send another message there. Without `endpoint` and `to`, `validate` cannot know and only warns: pass them, and the warning goes away where all is well.',
  },
  // Meaning
  mismatch: {
    value: { type: 'textV2', text: 'Hello {who}', substitution: {} },
    fix: 'Write the text as JSX: `<Text>Hello <Mention userId={id} /></Text>` makes keys and positions for you.',
  },
  bad_date: {
    value: picker({ data: 'day', min: '2026-02-30' }),
    fix: 'Write `2026-08-31` for `date`, `23:59` for `time`, `2026-08-31T23:59` for `datetime`.',
  },
  wrong_order: {
    value: picker({ data: 'day', min: '2026-12-31', max: '2026-01-01' }),
    fix: 'Exchange the two values.',
  },
  outside: {
    value: menu({ width: 2500, height: 843 }, { x: 1250, y: 0, width: 1300, height: 843 }),
    options: asMenu,
    fix: 'Make the rectangle smaller, or move it: `x + width` is at most the width of the picture. Imagemaps are measured on a width of {@limit imagemapWidth}. It is a warning, as LINE publishes such menus; what is outside cannot be tapped.',
  },
  bad_ratio: {
    value: menu({ width: 1200, height: 900 }, { x: 0, y: 0, width: 1200, height: 900 }),
    options: asMenu,
    fix: 'Use another size or ratio.',
  },
  unknown_sticker: {
    value: createElement(Sticker, { packageId: '1', stickerId: '1' }),
    fix: "Choose a sticker of [LINE's list](https://developers.line.biz/en/docs/messaging-api/sticker-list/). It is a warning, because LINE may have added packages.",
  },
  // Addresses
  bad_url: {
    value: image('https://'),
    fix: 'Give a whole address, with a host. Perhaps a variable was empty: `https://${host}/tea.jpg`.',
  },
  bad_scheme: {
    value: image('http://example.com/tea.jpg'),
    fix: 'Serve pictures, videos and sounds over https. A tap opens `http:`, `https:` and `tel:` everywhere.',
  },
  not_encoded: {
    value: buttons(
      {},
      { type: 'uri', label: 'Open', data: undefined, uri: 'https://example.com/お茶' },
    ),
    fix: 'Use the encoded address in the message, or build addresses with `new URL(…).href`. Letters beyond ASCII are only a warning: LINE accepts them, but some phones do not open such an address.',
  },
  private_url: {
    value: image('https://localhost/tea.jpg'),
    fix: 'Put the file where everybody can load it. LINE loads it for each reader, also later.',
  },
  wrong_extension: {
    value: image('https://example.com/tea.webp'),
    fix: 'Convert the file: pictures are JPEG or PNG, videos MP4, sounds MP3 or M4A. If only the name is wrong, ignore the warning. A link to an `.apk` file has it too: link to a page instead.',
  },
  // What comes before LINE's rules
  too_deep: {
    value: deep(),
    fix: 'Look for a component that contains itself.',
  },
  cycle: {
    value: cycle(),
    fix: 'Look for an object that was put into itself. JSON has no way to write it.',
  },
  unreadable: {
    value: {
      type: 'text',
      get text() {
        throw new Error('not loaded')
      },
    },
    fix: 'The error comes from your object, not from fukidashi. Copy plain data out of it first.',
  },
  and_more: {
    value: flexBody(...Array.from({ length: 201 }, () => ({ type: 'text', text: '' }))),
    fix: 'Fix the first problems and check again; often one mistake raises all of them.',
  },
  // Elements that did not become JSON
  wrong_child: {
    value: createElement(
      Text,
      null,
      'Pick one',
      createElement(Postback, { label: 'Green', data: 'tea=green' }),
    ),
    fix: 'Move the child. The message names the parent, the child, and what the parent takes.',
  },
  wrong_value: {
    value: createElement(Text, null, 'Price: ', NaN),
    fix: 'Look where the value comes from. Say a text either as a prop or as a child.',
  },
  missing_child: {
    value: createElement(Flex.Bubble, null, createElement(Flex.Hero, null)),
    fix: 'Add the child that the message names.',
  },
  component_threw: {
    value: createElement(Price, null),
    fix: 'The error comes from your component; the message says which. With `render` it is a `ComponentError`, and the error of your code is its `cause`.',
  },
  async_component: {
    value: createElement(Stock, null),
    fix: 'Use `renderAsync`, then `validate` what it gives. The client and the bot do this by themselves.',
  },
  alt_text_derived: {
    value: createElement(
      Flex.Message,
      null,
      createElement(
        Flex.Bubble,
        null,
        createElement(Flex.Body, null, createElement(Flex.Text, null, 'Tea time')),
      ),
    ),
    fix: 'Write an `altText` that says what the message is about. It is what people see in the notification.',
  },
}

function confirm(actions: number): object {
  const action = { type: 'message', label: 'Yes', text: 'yes' }
  return { type: 'confirm', text: 'Sure?', actions: Array.from({ length: actions }, () => action) }
}

function column(text: string, actions: number): object {
  const action = { type: 'message', label: 'Buy', text: 'buy' }
  return { text, actions: Array.from({ length: actions }, () => action) }
}
