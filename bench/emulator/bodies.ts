/** What is pushed. */
const bubble = (n: number) => ({
  type: 'bubble',
  hero: { type: 'image', url: `https://example.com/${n}.png`, size: 'full', aspectRatio: '20:13' },
  body: {
    type: 'box',
    layout: 'vertical',
    spacing: 'md',
    contents: [
      { type: 'text', text: `Tea number ${n}`, weight: 'bold', size: 'xl', wrap: true },
      {
        type: 'box',
        layout: 'baseline',
        contents: [
          { type: 'text', text: `¥${n * 100}`, flex: 0, color: '#666666' },
          { type: 'text', text: 'in stock', align: 'end', color: '#06C755' },
        ],
      },
    ],
  },
  footer: {
    type: 'box',
    layout: 'vertical',
    contents: [
      {
        type: 'button',
        style: 'primary',
        action: { type: 'postback', label: 'Buy', data: `buy=${n}` },
      },
      { type: 'button', action: { type: 'uri', label: 'More', uri: `https://example.com/${n}` } },
    ],
  },
})

const carousel = {
  type: 'flex',
  altText: 'Ten teas',
  contents: { type: 'carousel', contents: Array.from({ length: 10 }, (_, i) => bubble(i + 1)) },
}

/** The body of a push. */
export const pushOf = (what: 'text' | 'flex', to: string): string =>
  JSON.stringify({
    to,
    messages: [what === 'text' ? { type: 'text', text: 'Hello, how are you?' } : carousel],
  })
