/** Refuses props that a component does not have: most are misspelt, and programs without types do not see it. */
import type { ComponentHost } from '../../jsx-runtime/component.js'
import { closest, either } from '../../common/words.js'
import type { BoxStyle, CellStyle, GroundStyle, TextStyle } from '../layout/look.js'
import type { PartSize } from '../layout/part-size.js'
import type { BoxProps } from './Box.js'
import type { CellProps } from './Cell.js'
import type { GroupProps } from './group.js'
import type { IconProps } from './Icon.js'
import type { ImagemapProps } from './Imagemap.js'
import type { PictureProps } from './Picture.js'
import type { PlaceProps } from './Place.js'
import type { RichMenuProps } from './RichMenu.js'
import type { SurfaceProps } from './surface.js'
import type { TabProps } from './Tab.js'
import type { TextProps } from './Text.js'
import type { VideoCellProps } from './VideoCell.js'

/** All names of properties. */
type Names<T> = Readonly<Record<keyof T, 1>>

const children = 1
const size: Names<PartSize> = { flex: 1, width: 1, height: 1 }
const ground: Names<GroundStyle> = { style: 1, background: 1, radius: 1, border: 1, borderColor: 1 }
const text: Names<TextStyle> = { color: 1, fontSize: 1, fontWeight: 1, lineHeight: 1 }
const space = { gap: 1, padding: 1 } as const
const box: Names<BoxStyle> = { ...ground, ...text, ...space, direction: 1, align: 1, valign: 1 }
const cell: Names<CellStyle> = { ...box, image: 1, imageHeight: 1 }
const group: Names<GroupProps> = { ...size, ...ground, ...space, children }
const surface: Names<SurfaceProps> = { ...space, background: 1, styles: 1 }

/** Names of props by component. The types make them complete. */
interface PropsOf {
  Row: GroupProps
  Column: GroupProps
  Place: PlaceProps
  Cell: CellProps
  Tab: TabProps
  VideoCell: VideoCellProps
  Box: BoxProps
  Text: TextProps
  Icon: IconProps
  Picture: PictureProps
  RichMenu: RichMenuProps
  Imagemap: ImagemapProps
}

const names: { readonly [K in keyof PropsOf]: Names<PropsOf[K]> } = {
  Row: group,
  Column: group,
  Place: { x: 1, y: 1, width: 1, height: 1, ...ground, ...space, children },
  Cell: { ...size, ...cell, children },
  Tab: { ...size, ...cell, current: 1, to: 1, data: 1, children },
  VideoCell: { ...size, ...ground, originalContentUrl: 1, previewImageUrl: 1, children },
  Box: { ...size, ...box, children },
  Text: { ...size, ...text, style: 1, maxLines: 1, children },
  Icon: { name: 1, size: 1, color: 1 },
  Picture: { ...size, source: 1, fit: 1, radius: 1 },
  RichMenu: { ...surface, chatBarText: 1, size: 1, selected: 1, picture: 1, adopt: 1, children },
  Imagemap: {
    ...{ ...surface, baseUrl: 1, altText: 1, height: 1, picture: 1, version: 1, children },
    ...{ quickReply: 1, sender: 1 },
  },
}

/** @param child - the element, if the JSON of the report's owner is not made of it */
export function refuseUnknown(
  compiler: ComponentHost,
  component: string,
  props: object,
  child?: object,
): void {
  if (!Object.hasOwn(names, component)) return
  const known = Object.keys(names[component as keyof PropsOf])
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || known.includes(name)) continue
    const nearest = closest(name, known)
    const advice = nearest ? `did you mean ${nearest}?` : `it has ${either(known)}`
    compiler.report('wrong_value', `<${component}> has no prop ${name.slice(0, 40)}; ${advice}`, {
      property: name,
      ...(child && { child }),
    })
  }
}
