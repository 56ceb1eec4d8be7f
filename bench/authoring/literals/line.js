/** The messages as somebody would write them who has no library. The floor of all ratios. */

const line = ({ name, price }) => ({
  type: 'box',
  layout: 'horizontal',
  contents: [
    { type: 'text', text: name, color: '#555555' },
    { type: 'text', text: `¥${price}`, align: 'end' },
  ],
})

/** A receipt: what takes 17 elements in JSX. */
export const small = (receipt) => [
  {
    type: 'flex',
    altText: `Receipt, ¥${receipt.total} in all`,
    contents: {
      type: 'bubble',
      direction: 'ltr',
      body: {
        type: 'box',
        layout: 'vertical',
        spacing: 'md',
        contents: [
          { type: 'text', text: 'Receipt', weight: 'bold', size: 'xl' },
          { type: 'text', text: receipt.shop, size: 'sm', wrap: true },
          ...receipt.lines.map(line),
          { type: 'separator', margin: 'lg' },
          { type: 'text', text: `Total ¥${receipt.total}`, weight: 'bold' },
        ],
      },
      footer: {
        type: 'box',
        layout: 'vertical',
        contents: [
          {
            type: 'button',
            style: 'primary',
            action: { type: 'uri', label: 'Open', uri: receipt.url },
          },
        ],
      },
    },
  },
]

const spec = ({ name, value }) => ({
  type: 'box',
  layout: 'baseline',
  spacing: 'sm',
  contents: [
    { type: 'text', text: name, size: 'sm', color: '#aaaaaa', flex: 1 },
    { type: 'text', text: value, size: 'sm', color: '#666666', flex: 3 },
  ],
})

const card = (item) => ({
  type: 'bubble',
  direction: 'ltr',
  hero: {
    type: 'image',
    url: item.photo,
    size: 'full',
    aspectRatio: '20:13',
    aspectMode: 'cover',
    action: { type: 'uri', label: item.name, uri: item.url },
  },
  body: {
    type: 'box',
    layout: 'vertical',
    spacing: 'sm',
    contents: [
      { type: 'text', text: item.name, weight: 'bold', size: 'xl' },
      {
        type: 'box',
        layout: 'horizontal',
        contents: [
          { type: 'text', text: `¥${item.price}`, size: 'lg', color: '#111111' },
          { type: 'text', text: `${item.stock} left`, size: 'sm', align: 'end' },
        ],
      },
      { type: 'separator', margin: 'md' },
      ...item.specs.map(spec),
      { type: 'text', text: item.description, wrap: true, size: 'sm', color: '#666666' },
    ],
  },
  footer: {
    type: 'box',
    layout: 'vertical',
    spacing: 'sm',
    contents: [
      {
        type: 'button',
        style: 'primary',
        action: {
          type: 'postback',
          label: 'Buy',
          data: `action=buy&id=${item.id}`,
          displayText: `I take the ${item.name}`,
        },
      },
      {
        type: 'button',
        style: 'link',
        action: { type: 'uri', label: 'Details', uri: item.url },
      },
    ],
  },
})

/** A carousel of ten bubbles: what takes 262 elements in JSX. */
export const large = (items) => [
  {
    type: 'flex',
    altText: `${items.length} teas`,
    contents: { type: 'carousel', contents: items.map(card) },
  },
]
