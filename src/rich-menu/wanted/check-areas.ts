/** Areas that LINE accepts, but users may not be able to tap. */
import type { RichMenuBounds } from '../../spec/rich-menu.js'
import type { WantedMenu } from './wanted.js'

/** Width of a small phone's screen, and the smallest target for a finger, in CSS pixels. @see https://www.w3.org/TR/WCAG22/#target-size-minimum */
const PHONE = 375
const FINGER = 24

/** Warnings about overlapping and small areas. */
export function checkAreas({
  key,
  request: { size, areas },
}: Pick<WantedMenu, 'key' | 'request'>): string[] {
  const least = Math.ceil((size.width / PHONE) * FINGER)
  const named = (i: number) => {
    const label = areas[i]!.action.label
    return label === undefined ? `areas[${i}]` : `areas[${i}] (${label})`
  }
  return areas.flatMap(({ bounds }, i) => {
    const small =
      Math.min(bounds.width, bounds.height) < least
        ? [
            `${key}: ${named(i)} is ${bounds.width} × ${bounds.height} pixels; at least ${least} each way can be tapped with a finger`,
          ]
        : []
    const covered = areas.findIndex((other, j) => j > i && overlap(bounds, other.bounds))
    return covered === -1 ? small : [...small, `${key}: ${named(i)} and ${named(covered)} overlap`]
  })
}

const overlap = (one: RichMenuBounds, other: RichMenuBounds): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height
