/** Parts beside what was measured of them. */
import type { Measured, Part } from './takumi.js'

/** Walks through parts and what was measured of them, side by side. */
export function pairs(
  part: Part,
  measured: Measured,
  visit: (part: Part, measured: Measured) => void,
): void {
  visit(part, measured)
  if (part.type !== 'container' || part.children.length !== measured.children.length) return
  part.children.forEach((child, index) => pairs(child, measured.children[index]!, visit))
}
