import { component } from '../../jsx-runtime/component.js'
import type { Bounds, GroupNode, Length } from '../layout/node.js'
import type { GroundStyle } from '../layout/look.js'
import { readGround } from './read-look.js'
import { readNumber, readParts } from './parts.js'
import type { PartChildren } from './parts.js'
import type { ComponentHost } from '../../jsx-runtime/component.js'
import { groundNames, type Names, refuseUnknown, spaceNames } from './known-props.js'

/** Props of {@link Place}. */
export interface PlaceProps extends Bounds, GroundStyle {
  /** Pixels between parts; 0 by default. */
  gap?: number | undefined
  /** Pixels between the edge and the parts; 0 by default. */
  padding?: number | undefined
  /** `<Row>`, `<Column>`, `<Cell>`, in a menu `<Tab>`, in an imagemap `<VideoCell>`, below each other. */
  children?: PartChildren
}

const names: Names<PlaceProps> = {
  ...{ x: 1, y: 1, width: 1, height: 1 },
  ...{ ...groundNames, ...spaceNames, children: 1 },
}

/**
 * Parts at any place, in pixels or percent of the picture, over a picture of your own. A child of `<RichMenu>` or `<Imagemap>` itself.
 *
 * @example
 * <Place x="10%" y={200} width="35%" height="40%">
 *   <Cell><MessageAction text="book" />Book a table</Cell>
 * </Place>
 */
export const Place = component(
  ['Place', 'richMenuPart'],
  (props: PlaceProps, compiler): GroupNode => {
    refuseUnknown(compiler, props, names)
    const length = (name: keyof Bounds) => readLength(compiler, name, props[name])
    return {
      kind: 'column',
      gap: readNumber(compiler, 'gap', props.gap, 0),
      padding: readNumber(compiler, 'padding', props.padding, 0),
      at: { x: length('x'), y: length('y'), width: length('width'), height: length('height') },
      ...readGround(compiler, props),
      parts: readParts(props.children, compiler).parts,
    }
  },
)

function readLength(compiler: ComponentHost, name: string, value: unknown): Length {
  if (typeof value === 'string' && /^\d+(?:\.\d+)?%$/.test(value)) return value as Length
  if (typeof value === 'number' && Number.isFinite(value) && value >= 0) return value
  compiler.report(
    'wrong_value',
    `${name} is ${typeof value === 'number' ? value : JSON.stringify(value)}; it must be pixels, 0 or more, or a percentage such as "10%"`,
    { property: name },
  )
  return 0
}
