/** Figures of each phone, measured on screenshots of LINE, and of LINE's Flex simulator. Sizes are pixels of the phone. */

/** Names of all devices. */
export const deviceNames = ['iphone', 'android', 'simulator'] as const

/** A phone, or LINE's Flex simulator. */
export type DeviceName = (typeof deviceNames)[number]

/** The icon of a sender, beside its messages. */
export interface IconFigures {
  readonly size: number
  readonly left: number
}

/** Figures of a device. */
export interface Device {
  readonly name: DeviceName
  /** Name in captions. */
  readonly title: string
  /** Default width of the screen. */
  readonly width: number
  /** Font of Latin letters. */
  readonly latin: 'Inter' | 'Roboto'
  /** The icon, by the width of the screen. Other widths have that of the nearest. */
  readonly icons: readonly (readonly [screen: number, icon: IconFigures])[]
  /** Line heights of Flex texts as multiples of the font size: from line to line, and of a text with one line. */
  readonly flexLine: { readonly pitch: number; readonly single: number }
  /** Factor for the size of all type with Japanese as the language of the phone. */
  readonly japaneseType: number
  /** Whether a single bubble is beside the icon. Otherwise it is below the icon. */
  readonly singleBubbleBeside: boolean
  /** Maximum share of the screen that a bubble has. Phones have no maximum. */
  readonly bubbleShare: number
  /** Background of own text bubbles, in both themes. */
  readonly own: string
  readonly quick: { readonly height: number; readonly light: string; readonly dark: string }
}

const iphone: Device = {
  name: 'iphone',
  title: 'iPhone',
  width: 375,
  latin: 'Inter',
  icons: [
    [375, { size: 28, left: 5 }],
    [390, { size: 30, left: 8 }],
    [414, { size: 28, left: 7 }],
  ],
  flexLine: { pitch: 1.2, single: 1.2 },
  japaneseType: 15 / 16,
  singleBubbleBeside: true,
  bubbleShare: 1,
  own: '#6de67b',
  quick: { height: 30.5, light: '#3a4867', dark: '#404248' },
}

const android: Device = {
  name: 'android',
  title: 'Android',
  width: 360,
  latin: 'Roboto',
  icons: [[360, { size: 30, left: 7 }]],
  flexLine: { pitch: 1.18, single: 1.37 },
  japaneseType: 1,
  singleBubbleBeside: false,
  bubbleShare: 1,
  own: '#9de694',
  quick: { height: 34, light: '#898ea1', dark: '#404248' },
}

/** The simulator only shows Flex. Everything else is drawn as on an iPhone. */
const simulator: Device = {
  ...iphone,
  name: 'simulator',
  title: 'Flex Message Simulator',
  latin: 'Roboto',
  flexLine: { pitch: 1.4, single: 1.4 },
  japaneseType: 1,
  bubbleShare: 0.8,
}

export const devices: Readonly<Record<DeviceName, Device>> = { iphone, android, simulator }

/** The icon on a screen of this width. */
export function iconOn(device: Device, width: number): IconFigures {
  const [, icon] = device.icons.reduce((best, one) =>
    Math.abs(one[0] - width) < Math.abs(best[0] - width) ? one : best,
  )
  return icon
}
