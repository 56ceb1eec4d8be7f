/** Messages of the same kind and number of parts for Discord. */

const text = (content) => ({ type: 10, content })
const thumbnail = (url) => ({ type: 11, media: { url } })
const separator = () => ({ type: 14 })
const gallery = (url) => ({ type: 12, items: [{ media: { url } }] })
const open = (label, url) => ({ type: 2, style: 5, label, url })

export const small = (receipt) => [
  {
    type: 17,
    components: [
      text('# Receipt'),
      {
        type: 9,
        components: [text(receipt.shop)],
        accessory: thumbnail('https://example.com/shop.jpg'),
      },
      separator(),
      ...receipt.lines.flatMap(({ name, price }) => [text(name), text(`¥${price}`)]),
      separator(),
      text(`Total ¥${receipt.total}`),
      { type: 1, components: [open('Open', receipt.url)] },
      gallery('https://example.com/map.jpg'),
      text('Thank you'),
    ],
  },
]

const card = (item) => ({
  type: 17,
  components: [
    {
      type: 9,
      components: [text(`# ${item.name}`), text(item.place), text(item.description)],
      accessory: thumbnail(item.photo),
    },
    separator(),
    ...item.specs.map(({ name, value }) => text(`**${name}** ${value}`)),
    text(`¥${item.price}`),
    text(`${item.stock} left`),
    {
      type: 9,
      components: [text(`Lot ${item.id}`)],
      accessory: open('Lot', item.url),
    },
    separator(),
    {
      type: 1,
      components: [
        { type: 2, style: 1, label: 'Buy', custom_id: `buy-${item.id}` },
        open('Details', item.url),
      ],
    },
    {
      type: 1,
      components: [
        {
          type: 3,
          custom_id: `many-${item.id}`,
          options: [1, 2, 3].map((n) => ({ label: `${n} bags`, value: String(n) })),
        },
      ],
    },
    gallery(item.photo),
  ],
})

export const large = (items) => [text('Our teas'), separator(), ...items.map(card)]
