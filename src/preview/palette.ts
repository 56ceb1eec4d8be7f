/** Colors of everything around messages, and of messages without their own colors. */

export interface Palette {
  /** Background of the chat. */
  readonly chat: string
  /** Background of a message without a chat. */
  readonly ground: string
  /** Names, times and read marks. */
  readonly name: string
  readonly time: string
  /** Text bubbles. */
  readonly own: string
  readonly ownText: string
  readonly other: string
  readonly otherText: string
  /** The bubble of the loading animation. */
  readonly loading: string
  readonly link: string
  readonly ownLink: string
  /** Cards: templates, locations, coupons. */
  readonly card: string
  readonly cardTitle: string
  readonly cardText: string
  readonly cardLink: string
  readonly hairline: string
  /** System messages. */
  readonly pill: string
  readonly pillText: string
  /** Quick replies and the bar of a rich menu. */
  readonly bar: string
  readonly barText: string
  readonly quick: string
  readonly quickText: string
}

const light: Palette = {
  chat: '#8CABD8',
  ground: '#849ebf',
  name: '#2b3a52',
  time: '#4d6285',
  own: '#8DE055',
  ownText: '#111111',
  other: '#FFFFFF',
  otherText: '#111111',
  loading: '#e3e7ed',
  link: '#2e63b8',
  ownLink: '#1d4f91',
  card: '#FFFFFF',
  cardTitle: '#111111',
  cardText: '#555b66',
  cardLink: '#42659a',
  hairline: '#e6e8ec',
  pill: 'rgba(0,0,0,.2)',
  pillText: '#ffffff',
  bar: '#FFFFFF',
  barText: '#1c1c1e',
  quick: '#FFFFFF',
  quickText: '#303a4d',
}

const dark: Palette = {
  ...light,
  chat: '#14171c',
  ground: '#23282f',
  name: '#c9ced6',
  time: '#9299a5',
  own: '#55c14e',
  other: '#2f343c',
  otherText: '#f4f5f7',
  loading: '#3a414b',
  link: '#8ab4f8',
  ownLink: '#0d3f7d',
  card: '#262b32',
  cardTitle: '#f4f5f7',
  cardText: '#b3bac5',
  cardLink: '#8fb1e8',
  hairline: '#3a414b',
  pill: 'rgba(255,255,255,.16)',
  pillText: '#e8eaee',
  bar: '#1d2127',
  barText: '#f4f5f7',
  quick: '#2f343c',
  quickText: '#f4f5f7',
}

export const palettes = { light, dark } as const
