/** Colors of everything around messages, and of messages without their own colors. */

import type { Device } from './devices.js'

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
  /** Cards: templates and coupons. */
  readonly card: string
  readonly cardTitle: string
  readonly cardText: string
  readonly cardLink: string
  readonly hairline: string
  /** System messages. */
  readonly pill: string
  readonly pillText: string
  /** Locations, and the message that another one quotes. */
  readonly place: string
  readonly placeTitle: string
  readonly placeText: string
  /** The line in a location, and the bar of a link's preview. */
  readonly placeLine: string
  /** The bar above the chat. */
  readonly head: string
  readonly headText: string
  /** The text field, or the bar of a rich menu. */
  readonly bar: string
  readonly barText: string
  readonly barIcon: string
  readonly barLine: string
  readonly field: string
  readonly quick: string
  readonly quickText: string
  /** The caption and what is around it. */
  readonly paper: string
  readonly caption: string
}

const light: Omit<Palette, 'own' | 'quick'> = {
  chat: '#8cabd8',
  ground: '#849ebf',
  name: '#2b3a52',
  time: '#4d6285',
  ownText: '#111111',
  other: '#ffffff',
  otherText: '#111111',
  loading: '#e3e7ed',
  link: '#5474eb',
  ownLink: '#5474eb',
  card: '#ffffff',
  cardTitle: '#000000',
  cardText: '#555555',
  cardLink: '#41659a',
  hairline: '#e6e8ec',
  pill: 'rgba(0,0,0,.2)',
  pillText: '#ffffff',
  place: '#ffffff',
  placeTitle: '#111111',
  placeText: '#555555',
  placeLine: '#e6e8ec',
  head: '#8cabd8',
  headText: '#111111',
  bar: '#ffffff',
  barText: '#1c1c1e',
  barIcon: '#3c4352',
  barLine: '#e6e8ec',
  field: '#f3f4f6',
  quickText: '#ffffff',
  paper: '#ffffff',
  caption: '#57606a',
}

/** Templates and coupons stay white. */
const dark: typeof light = {
  ...light,
  chat: '#1a1a1a',
  ground: '#1a1a1a',
  name: '#c9ced6',
  time: '#9299a5',
  other: '#2a2a2a',
  otherText: '#f4f5f7',
  loading: '#2a2a2a',
  link: '#8aa2f5',
  pill: 'rgba(255,255,255,.16)',
  pillText: '#e8eaee',
  place: '#2a2a2a',
  placeTitle: '#f4f5f7',
  placeText: '#b3bac5',
  placeLine: '#444444',
  head: '#252525',
  headText: '#ffffff',
  bar: '#252525',
  barText: '#f4f5f7',
  barIcon: '#d6d9de',
  barLine: '#333333',
  field: '#383838',
  paper: '#0d1117',
  caption: '#9198a1',
}

/** The colors of a theme on a device. */
export const paletteOf = (theme: 'light' | 'dark', { own, quick }: Device): Palette => ({
  ...(theme === 'dark' ? dark : light),
  own,
  quick: quick[theme],
})
