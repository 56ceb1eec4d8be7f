/** Areas that LINE accepts, but users may not be able to tap. */
import type { Rectangle } from '../layout/node.js'

/** Width of a small phone's screen, and the smallest target for a finger, in CSS pixels. @see https://www.w3.org/TR/WCAG22/#target-size-minimum */
const PHONE = 375
const FINGER = 24

/** An area, and what it is called in reports. */
export interface NamedArea {
  name: string
  bounds: Rectangle
}

/** The name of an area in reports. */
export const areaName = (path: string, label: string | undefined): string =>
  label === undefined ? path : `${path} (${label})`

/**
 * Warnings about overlapping and small areas.
 *
 * @param name - what the areas belong to
 * @param width - of the picture, in pixels
 */
export function checkAreas(name: string, width: number, areas: readonly NamedArea[]): string[] {
  const least = Math.ceil((width / PHONE) * FINGER)
  return areas.flatMap(({ name: area, bounds }, i) => {
    const small =
      Math.min(bounds.width, bounds.height) < least
        ? [
            `${name}: ${area} is ${bounds.width} × ${bounds.height} pixels; at least ${least} each way can be tapped with a finger`,
          ]
        : []
    const covered = areas.find((other, j) => j > i && overlap(bounds, other.bounds))
    return covered ? [...small, `${name}: ${area} and ${covered.name} overlap`] : small
  })
}

const overlap = (one: Rectangle, other: Rectangle): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height
