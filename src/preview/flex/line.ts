/** Lines of Flex texts. */
import type { DrawContext } from '../context.js'
import { fontSize } from './lengths.js'

/** The lines of a text of this size: Android has space above the first and below the last. */
export function lineOf(value: unknown, scale: number, { device, type }: DrawContext) {
  const size = type(fontSize(value) ?? 16) * scale
  const { pitch, single } = device.flexLine
  const above = single > pitch ? (size * (single - pitch)) / 2 : undefined
  return { size, lineHeight: pitch, above }
}
