/** Puts a message into its row, with its time and marks beside it or below it. */
import { edge } from '../chat-figures.js'
import type { DrawContext } from '../context.js'
import type { Drawn } from '../drawn.js'
import { box, type Style, type TreeNode } from '../tree.js'

/** Width of the longest time next to a message. */
const timeWidth = 40

/** Space at the side of an own bubble, for its tail. */
const ownEdge = 12

/** Whether the time fits next to a message. It always does if the message has no fixed width. */
const leavesRoom = ({ style }: TreeNode, start: number, { width }: DrawContext): boolean =>
  typeof style.width !== 'number' || start + style.width + timeWidth <= width

const time = (lines: readonly TreeNode[], style: Style): TreeNode[] =>
  lines.length === 0 ? [] : [box(style, lines, { role: 'time' })]

/** The message and the lines with its time and marks. */
export function withAside(
  { node, layout, edge: ownSide = ownEdge, timeBelow = false }: Drawn,
  lines: readonly TreeNode[],
  own: boolean,
  context: DrawContext,
): TreeNode[] {
  // Below a wide message, the time is at its right end; that of an own one is at its left end.
  const under: Style = { marginTop: 3, alignSelf: own ? 'flex-start' : 'flex-end' }
  if (layout === 'row') {
    const below = time(lines, under)
    return below.length > 0 ? [node, box({ paddingLeft: edge, paddingRight: edge }, below)] : [node]
  }
  const start = own ? ownSide : layout === 'below' ? edge : context.icon.right
  const sides: Style = own
    ? { paddingRight: start, justifyContent: 'flex-end' }
    : { paddingLeft: start }
  const isWide = timeBelow || layout === 'below' || !leavesRoom(node, start, context)
  if (isWide && lines.length > 0)
    return [
      box({ flexDirection: 'row', ...sides }, [
        box({ maxWidth: '100%' }, [node, ...time(lines, under)]),
      ]),
    ]
  const side: Style = own ? { marginRight: 5, alignItems: 'flex-end' } : { marginLeft: 5 }
  const beside = time(lines, { marginBottom: 1, alignSelf: 'flex-end', ...side })
  return [
    box(
      { flexDirection: 'row', alignItems: 'flex-end', ...sides },
      own ? [...beside, node] : [node, ...beside],
    ),
  ]
}
