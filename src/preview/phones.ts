/** One phone, or several side by side, with captions. */
import { chatFont, type DrawContext } from './context.js'
import { box, type BoxNode, text, type TreeNode } from './tree.js'

/** The screen around everything. */
export const screen = (
  children: readonly TreeNode[],
  { background, bottom }: { background: string; bottom: number },
  { width, device }: DrawContext,
): BoxNode =>
  box(
    {
      width,
      maxWidth: '100%',
      overflow: 'hidden',
      backgroundColor: background,
      paddingBottom: bottom,
      fontFamily: device.latin,
    },
    children,
    { role: 'root' },
  )

/** A phone with its drawing. */
export interface Screen {
  readonly context: DrawContext
  readonly tree: BoxNode
}

/** Space between phones. */
const gap = 20

function caption({ context }: Screen): TreeNode {
  const { device, width, words, colors } = context
  const size = Math.round(chatFont(context).fontSize * 10) / 10
  return text(
    {
      width,
      maxWidth: '100%',
      paddingTop: 6,
      paddingBottom: 6,
      fontSize: 12,
      lineHeight: 1.4,
      color: colors.caption,
      textAlign: 'center',
    },
    words.caption(device.title, width, size),
    { wrap: true, role: 'caption' },
  )
}

/** All phones. One without a caption has nothing around it. */
export function phones(screens: readonly Screen[], captions: boolean): BoxNode {
  const [first] = screens
  if (first && screens.length === 1 && !captions) return first.tree
  const columns = screens.map((one, index) =>
    box({ marginLeft: index === 0 ? 0 : gap }, [
      { ...one.tree, role: 'phone' },
      ...(captions ? [caption(one)] : []),
    ]),
  )
  const width = screens.reduce((sum, { context }) => sum + context.width, 0)
  return box(
    {
      flexDirection: 'row',
      width: width + gap * (screens.length - 1),
      maxWidth: '100%',
      alignItems: 'flex-start',
      backgroundColor: first?.context.colors.paper,
      fontFamily: first?.context.device.latin,
    },
    columns,
    { role: 'root', scrolls: true },
  )
}
