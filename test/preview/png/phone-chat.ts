/** A chat with everything that surrounds Flex. */
import type { Chat, ChatEntry, PreviewOptions } from '../../../src/preview/index.js'
import type { Message } from '../../../src/spec/index.js'
import { body, box, bubble, flex, text } from '../messages.js'

const press = (label: string) => ({ type: 'message', label, text: label }) as const
const url = 'https://example.com/teas'
const column = { title: 'Oolong', text: 'Roasted, from Alishan', thumbnailImageUrl: url }
const template = (json: object): Message =>
  ({ type: 'template', altText: 'a', template: json }) as Message
const giga = bubble({ size: 'giga', body: box('vertical', [text('Wide')]) })
const place: Message = {
  type: 'location',
  title: 'Tea shop',
  address: '1-2-3 Ginza, Chuo-ku, Tokyo, in the house with the green door',
  latitude: 35,
  longitude: 139,
}
const both: Message[] = [
  { type: 'text', text: `See ${url} for all teas of this year, and ask anything.` },
  body([
    text('A Flex text that wraps', { wrap: true, scaling: true }),
    text('Tea', { size: 'xl' }),
  ]),
  giga,
  flex({ type: 'carousel', contents: [giga.contents, giga.contents] } as never),
  template({ type: 'buttons', ...column, actions: [press('Buy'), press('More')] }),
  template({ type: 'confirm', text: 'Are you sure?', actions: [press('Yes'), press('No')] }),
  template({
    type: 'carousel',
    columns: [1, 2].map(() => ({ ...column, actions: [press('Buy')] })),
  }),
  template({ type: 'image_carousel', columns: [{ imageUrl: url, action: press('Miso') }] }),
  place,
  { type: 'image', originalContentUrl: url, previewImageUrl: url },
  { type: 'audio', originalContentUrl: url, duration: 7000 },
]

export const phoneChat: Chat = {
  title: 'Tea shop and everything that surrounds it in a long name',
  entries: [
    ...both.map((message): ChatEntry => ({ kind: 'message', message, time: '10:24' })),
    ...both.map((message): ChatEntry => ({
      kind: 'message',
      message,
      from: 'me',
      time: '10:25',
      read: true,
    })),
    { kind: 'message', message: { type: 'text', text: 'Yes' }, from: { name: 'Ken' } },
  ],
  quickReply: {
    items: ['Yes', 'No'].map((label) => ({ type: 'action', action: press(label) })),
  },
  richMenu: {
    menu: {
      size: { width: 2500, height: 843 },
      selected: true,
      name: 'Menu',
      chatBarText: 'Open me',
      areas: [],
    },
  },
}

export const links: PreviewOptions = {
  linkPreviews: {
    [url]: {
      title: 'Teas',
      description: 'Green, black and oolong teas of this year',
      imageUrl: url,
    },
  },
}
