/** slack-block-builder: the message of jsx-slack, by builders. */
import slack from 'slack-block-builder'

export { inputs } from '../data.js'
export * as expected from './floor-slack.js'
const { Actions, BlockCollection, Button, Context, Divider, Header, Img } = slack
const { Option, Section, StaticSelect, bold, italic } = slack

export const small = (receipt) =>
  JSON.stringify(
    BlockCollection(
      Header({ text: 'Receipt' }),
      Section({ text: bold(receipt.shop) }),
      Section().fields(receipt.lines.map(({ name, price }) => `${bold(name)} ¥${price}`)),
      Divider(),
      Section({ text: `Total ${bold(`¥${receipt.total}`)}` }),
      Context().elements(italic('Thank you')),
      Actions().elements(Button({ text: 'Open', actionId: 'open', url: receipt.url }).primary()),
    ),
  )

const blocks = (item) => [
  Header({ text: item.name }),
  Section({ text: `${bold(item.name)}\n${item.description.replace('&', '&amp;')}` }).accessory(
    Img({ imageUrl: item.photo, altText: item.name }),
  ),
  Section().fields(
    item.specs.map(({ name, value }) => `${bold(name)} ${value}`),
    `¥${item.price}`,
    `${item.stock} left`,
  ),
  Context().elements(Img({ imageUrl: item.photo, altText: item.place }), italic(item.place)),
  Actions().elements(
    Button({ text: 'Buy', actionId: `buy-${item.id}`, value: String(item.id) }).primary(),
    Button({ text: 'Details', actionId: `open-${item.id}`, url: item.url }),
    StaticSelect({ actionId: `many-${item.id}`, placeholder: 'How many?' }).options(
      [1, 2, 3].map((n) => Option({ text: `${n} bags`, value: String(n) })),
    ),
  ),
]

export const large = (items) => JSON.stringify(BlockCollection(items.flatMap(blocks)))
