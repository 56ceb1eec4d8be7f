/** Visits parts together with their measured positions. */
import type { Measured, Part } from './takumi.js'

/** Calls `visit` for each part and its measured position. */
export function pairs(
  part: Part,
  measured: Measured,
  visit: (part: Part, measured: Measured) => void,
): void {
  visit(part, measured)
  if (part.type !== 'container' || part.children.length !== measured.children.length) return
  part.children.forEach((child, index) => pairs(child, measured.children[index]!, visit))
}
