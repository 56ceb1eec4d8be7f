/** Keywords, pixels and percentages of Flex as lengths. */
import { borderWidths, fontSizes, imageSizes, spaces } from '../figures.js'
import { entry, percentage, pixels, signedPercentage, signedPixels } from '../read.js'
import type { Length } from '../tree.js'

/** Margin, spacing, corner radius. */
export const space = (value: unknown): number | undefined => entry(spaces, value) ?? pixels(value)

export const padding = (value: unknown): Length | undefined => space(value) ?? percentage(value)

export const offset = (value: unknown): Length | undefined =>
  entry(spaces, value) ?? signedPixels(value) ?? signedPercentage(value)

/** Width and height of boxes. */
export const side = (value: unknown): Length | undefined => pixels(value) ?? percentage(value)

export const fontSize = (value: unknown): number | undefined =>
  entry(fontSizes, value) ?? pixels(value)

export const imageSize = (value: unknown): Length | undefined =>
  value === 'full' ? '100%' : (entry(imageSizes, value) ?? side(value))

export const borderWidth = (value: unknown): number | undefined =>
  entry(borderWidths, value) ?? pixels(value)
