import type { ComponentHost } from '../../jsx-runtime/component.js'
import type { GroupNode } from '../layout/node.js'
import { readNumber, readParts, readSize } from './parts.js'
import type { GroupProps } from './Row.js'

/** A row or column with its parts. */
export function groupOf(
  kind: GroupNode['kind'],
  props: GroupProps,
  compiler: ComponentHost,
): GroupNode {
  return {
    kind,
    ...readSize(compiler, props),
    gap: readNumber(compiler, 'gap', props.gap, 0),
    padding: readNumber(compiler, 'padding', props.padding, 0),
    parts: readParts(props.children, compiler, { isMenu: false }).parts,
  }
}
