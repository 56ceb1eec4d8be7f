/** Refuses props that a component does not have: most are misspelt, and programs without types do not see it. */
import type { ComponentHost } from '../../jsx-runtime/component.js'
import { closest, either } from '../../common/words.js'
import type { BoxStyle, CellStyle, GroundStyle, TextStyle } from '../layout/look.js'
import type { PartSize } from '../layout/part-size.js'

/** All names of props. The type makes them complete. */
export type Names<T> = Readonly<Record<keyof T, 1>>

export const sizeNames: Names<PartSize> = { flex: 1, width: 1, height: 1 }
export const groundNames: Names<GroundStyle> = {
  style: 1,
  background: 1,
  radius: 1,
  border: 1,
  borderColor: 1,
}
export const textNames: Names<TextStyle> = { color: 1, fontSize: 1, fontWeight: 1, lineHeight: 1 }
export const spaceNames = { gap: 1, padding: 1 } as const
export const boxNames: Names<BoxStyle> = {
  ...{ ...groundNames, ...textNames, ...spaceNames },
  ...{ direction: 1, align: 1, valign: 1 },
}
export const cellNames: Names<CellStyle> = { ...boxNames, image: 1, imageHeight: 1 }

/**
 * Reports props of the component whose children are read that are not among its names.
 *
 * @param prefix - names the object that has them, if that is not the component itself: `current.`
 */
export function refuseUnknown(
  compiler: ComponentHost,
  props: object,
  names: object,
  prefix = '',
): void {
  const known = Object.keys(names)
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || known.includes(name)) continue
    const nearest = closest(name, known)
    const advice = nearest ? `did you mean ${nearest}?` : `it has ${either(known)}`
    compiler.report(
      'wrong_value',
      `<${compiler.parent}> has no prop ${prefix}${name.slice(0, 40)}; ${advice}`,
      { property: prefix + name },
    )
  }
}
