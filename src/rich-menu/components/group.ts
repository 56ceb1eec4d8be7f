import type { ComponentHost } from '../../jsx-runtime/component.js'
import type { GroundStyle } from '../layout/look.js'
import type { GroupNode } from '../layout/node.js'
import type { PartSize } from '../layout/part-size.js'
import { readGround } from './read-look.js'
import { type PartChildren, readNumber, readParts, readSize } from './parts.js'
import { groundNames, type Names, refuseUnknown, sizeNames, spaceNames } from './known-props.js'

/** Props of `Row` and `Column`. */
export interface GroupProps extends PartSize, GroundStyle {
  /** Pixels between parts; 0 by default. */
  gap?: number | undefined
  /** Pixels between the edge and the parts; 0 by default. */
  padding?: number | undefined
  /** `<Row>`, `<Column>`, `<Cell>`; in a menu `<Tab>`, in an imagemap `<VideoCell>`. */
  children?: PartChildren
}

const names: Names<GroupProps> = { ...sizeNames, ...groundNames, ...spaceNames, children: 1 }

/** A row or column with its parts. */
export function groupOf(
  kind: GroupNode['kind'],
  props: GroupProps,
  compiler: ComponentHost,
): GroupNode {
  refuseUnknown(compiler, props, names)
  return {
    kind,
    ...readSize(compiler, props),
    gap: readNumber(compiler, 'gap', props.gap, 0),
    padding: readNumber(compiler, 'padding', props.padding, 0),
    ...readGround(compiler, props),
    parts: readParts(props.children, compiler).parts,
  }
}
