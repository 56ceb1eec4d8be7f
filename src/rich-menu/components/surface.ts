/** What menus and imagemaps have in common: parts that are laid out, and a picture that is drawn from them. */
import type { ComponentHost } from '../../jsx-runtime/component.js'
import { truncate } from '../../spec/counting.js'
import type { Drawing } from '../layout/drawing.js'
import { layOut, type PlacedCell } from '../layout/lay-out.js'
import type { CellNode, GroupNode } from '../layout/node.js'
import { applyStyles } from './named-styles.js'
import { ownerOf, type Parts, readNumber } from './parts.js'
import { readGround } from './read-look.js'
import type { NamedStyles } from '../layout/look.js'
import { type Names, spaceNames } from './known-props.js'

/** Props of the whole picture. */
export interface SurfaceProps {
  /** Background of the picture that is drawn: a colour or `linear-gradient(…)`; white by default. */
  background?: string | undefined
  /** Styles by name, for the prop `style` of parts and contents. */
  styles?: NamedStyles | undefined
  /** Pixels between parts; 0 by default. */
  gap?: number | undefined
  /** Pixels between the edge and the parts; 0 by default. */
  padding?: number | undefined
}

export const surfaceNames: Names<SurfaceProps> = { ...spaceNames, background: 1, styles: 1 }

/** Parts with their places. */
export interface Surface {
  cells: readonly PlacedCell[]
  /** From what the picture is drawn; `undefined` if there are no cells. */
  drawing: Drawing | undefined
}

/** @param name - what is laid out, as reports call it */
export function surfaceOf(
  { gap, padding, background = '#ffffff', styles }: SurfaceProps,
  { parts, places }: Parts,
  { width, height }: { width: number; height: number },
  compiler: ComponentHost,
  name: string,
): Surface {
  const root: GroupNode = {
    kind: 'column',
    gap: readNumber(compiler, 'gap', gap, 0),
    padding: readNumber(compiler, 'padding', padding, 0),
    ...readGround(compiler, { background }),
    parts,
  }
  const layouts = [root, ...places].map((node) => layOut(node, width, height))
  const cells = layouts.flatMap((layout) => layout.cells)
  for (const { node, missing, direction } of layouts.flatMap((layout) => layout.overflows)) {
    compiler.report(
      'wrong_value',
      `the parts of ${node === root ? name : nameOf(node)} need ${missing} pixels more than there are ${direction}. Use flex instead of fixed lengths, or less gap and padding`,
      ownerOf(node),
    )
  }
  applyStyles(layouts, styles, compiler)
  const grounds = layouts.flatMap((layout) => layout.grounds)
  return { cells, drawing: cells.length === 0 ? undefined : { width, height, grounds, cells } }
}

const nameOf = ({ at, kind }: GroupNode): string =>
  at ? 'a <Place>' : kind === 'row' ? 'a <Row>' : 'a <Column>'

/** Reports a cell that only another kind of picture has. */
export function refuseCell(compiler: ComponentHost, cell: CellNode, why: string): void {
  compiler.report('wrong_child', why, ownerOf(cell))
}

/** Gives the action of a cell the cell's text as its label, if it has none. The object stays the same: problems are found by it. */
export function withLabel<A extends { label?: string }>(
  action: A,
  { label = '' }: CellNode,
  max: number,
): A {
  // Some sources count UTF-16 code units: these are at least as many.
  const short = truncate(label, max, 'utf16')
  if (short !== '' && action.label === undefined) action.label = short
  return action
}
