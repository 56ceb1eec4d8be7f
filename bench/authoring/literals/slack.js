/** Messages of the same kind and number of elements for Slack. Libraries differ in the properties they add to texts. */

/** @param options - whether texts are `verbatim` and headings have `emoji` */
export function slackMessages({ explicit }) {
  const mrkdwn = explicit
    ? (text) => ({ type: 'mrkdwn', text, verbatim: true })
    : (text) => ({ type: 'mrkdwn', text })
  const plain = explicit
    ? (text) => ({ type: 'plain_text', text, emoji: true })
    : (text) => ({ type: 'plain_text', text })

  const small = (receipt) => [
    { type: 'header', text: plain('Receipt') },
    { type: 'section', text: mrkdwn(`*${receipt.shop}*`) },
    {
      type: 'section',
      fields: receipt.lines.map(({ name, price }) => mrkdwn(`*${name}* ¥${price}`)),
    },
    { type: 'divider' },
    { type: 'section', text: mrkdwn(`Total *¥${receipt.total}*`) },
    { type: 'context', elements: [mrkdwn('_Thank you_')] },
    {
      type: 'actions',
      elements: [
        {
          type: 'button',
          text: plain('Open'),
          url: receipt.url,
          action_id: 'open',
          style: 'primary',
        },
      ],
    },
  ]

  const blocks = (item) => [
    { type: 'header', text: plain(item.name) },
    {
      type: 'section',
      text: mrkdwn(`*${item.name}*\n${item.description.replace('&', '&amp;')}`),
      accessory: { type: 'image', image_url: item.photo, alt_text: item.name },
    },
    {
      type: 'section',
      fields: [
        ...item.specs.map(({ name, value }) => mrkdwn(`*${name}* ${value}`)),
        mrkdwn(`¥${item.price}`),
        mrkdwn(`${item.stock} left`),
      ],
    },
    {
      type: 'context',
      elements: [
        { type: 'image', image_url: item.photo, alt_text: item.place },
        mrkdwn(`_${item.place}_`),
      ],
    },
    {
      type: 'actions',
      elements: [
        {
          type: 'button',
          text: plain('Buy'),
          action_id: `buy-${item.id}`,
          value: String(item.id),
          style: 'primary',
        },
        { type: 'button', text: plain('Details'), action_id: `open-${item.id}`, url: item.url },
        {
          type: 'static_select',
          action_id: `many-${item.id}`,
          placeholder: plain('How many?'),
          options: [1, 2, 3].map((n) => ({ text: plain(`${n} bags`), value: String(n) })),
        },
      ],
    },
  ]

  return { small, large: (items) => items.flatMap(blocks) }
}
