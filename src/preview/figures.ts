/** Sizes of LINE's own Flex simulator, in pixels. If sources disagree, these are the simulator's. */
import type {
  FlexBorderWidth,
  FlexBubbleSize,
  FlexSizeKeyword,
  FlexSpaceKeyword,
} from '../spec/flex/index.js'
import type { Pixels } from '../spec/values.js'

/** Font sizes; icons have the same height. */
export const fontSizes: Readonly<Record<FlexSizeKeyword, number>> = {
  xxs: 11,
  xs: 13,
  sm: 14,
  md: 16,
  lg: 19,
  xl: 22,
  xxl: 29,
  '3xl': 35,
  '4xl': 48,
  '5xl': 74,
}

/** Width of an image. */
export const imageSizes: Readonly<Record<FlexSizeKeyword, number>> = {
  xxs: 40,
  xs: 60,
  sm: 80,
  md: 100,
  lg: 120,
  xl: 140,
  xxl: 160,
  '3xl': 180,
  '4xl': 200,
  '5xl': 220,
}

/** Margins, spacing, paddings, offsets and corner radii. */
export const spaces: Readonly<Record<FlexSpaceKeyword, number>> = {
  none: 0,
  xs: 2,
  sm: 4,
  md: 8,
  lg: 12,
  xl: 16,
  xxl: 20,
}

export const borderWidths: Readonly<Record<Exclude<FlexBorderWidth, Pixels>, number>> = {
  none: 0,
  light: 0.5,
  normal: 1,
  medium: 2,
  'semi-bold': 3,
  bold: 4,
}

/** Top, sides, bottom. */
export type Paddings = readonly [top: number, sides: number, bottom: number]

export interface BubbleFigures {
  readonly width: number
  readonly radius: number
  readonly header: Paddings
  readonly body: Paddings
  /** Padding of a body above a footer. */
  readonly bodyBottom: number
}

const small = { radius: 10, header: [10, 10, 10], body: [10, 10, 10], bodyBottom: 10 } as const
const middle = { radius: 10, header: [11, 14, 13], body: [11, 14, 13], bodyBottom: 17 } as const
const large = { header: [20, 20, 20], body: [19, 20, 20], bodyBottom: 10 } as const

export const bubbles: Readonly<Record<FlexBubbleSize, BubbleFigures>> = {
  nano: { width: 120, ...small },
  micro: { width: 160, ...small },
  deca: { width: 220, ...middle },
  hecto: { width: 241, ...middle },
  kilo: { width: 260, radius: 10, header: [13, 13, 13], body: [13, 13, 13], bodyBottom: 17 },
  mega: { width: 300, radius: 17, ...large },
  giga: { width: 500, radius: 5, ...large },
}

export const footer: Paddings = [10, 10, 10]

export const textColor = '#444444'
export const separatorColor = '#d4d6da'

export const buttons = {
  heights: { md: 52, sm: 40 },
  radius: 8,
  padding: 16,
  fontSize: 16,
  primary: { background: '#17c950', text: '#ffffff' },
  secondary: { background: '#dcdfe5', text: '#111111' },
  link: { background: undefined, text: '#42659a' },
} as const
