import { builtIn, component, type ComponentHost } from '../../jsx-runtime/component.js'
import { isElement } from '../../jsx-runtime/element.js'
import type { TextAnd } from '../../jsx-runtime/types.js'
import type { RichMenuAction } from '../../spec/action.js'
import { truncate } from '../../spec/counting.js'
import { labelLimits } from '../../spec/label-limits.js'
import type { CellNode, PartSize } from '../layout/node.js'
import type { CellStyle } from '../layout/look.js'
import { readSize } from './parts.js'
import { readLook } from './read-look.js'

/** Props of {@link Cell}. */
export interface CellProps extends PartSize, CellStyle {
  /** Text, which is the label that screen readers read, and one action. A cell without an action cannot be tapped. */
  children?: TextAnd<RichMenuAction>
}

/**
 * A cell of a menu. Its area reaches to the middle of the gaps around it, and to the edge of the menu. The action has the text as its
 * label, up to {@limit label.richMenu} characters of it, unless it has one.
 *
 * @example
 * <Cell flex={2}><MessageAction text="book" />Book a table</Cell>
 */
export const Cell = component(['Cell', 'richMenuPart'], (props: CellProps, compiler): CellNode => {
  const { actions, label, text } = readCell(props.children, compiler)
  if (actions.length > 1)
    compiler.report('wrong_child', `<Cell> holds ${actions.length} actions; one is permitted`, {
      actual: actions.length,
      limit: 1,
    })
  const [action] = actions
  return {
    kind: 'cell',
    ...readSize(compiler, props),
    action: action && withLabel(action, label),
    tab: undefined,
    text,
    look: readLook(compiler, props),
  }
})

/** Text and actions of a cell. */
export function readCell(
  children: unknown,
  compiler: ComponentHost,
): { actions: RichMenuAction[]; label: string; text: string } {
  const actions: RichMenuAction[] = []
  let text = ''
  compiler.each(children, (leaf) => {
    if (typeof leaf === 'string') text += leaf
    else if (!isElement(leaf)) actions.push(compiler.value(leaf) as RichMenuAction)
    else if (leaf.type === 'br') text += '\n'
    else {
      const definition = builtIn(leaf.type)
      if (definition?.kind === 'action' || definition?.kind === 'raw')
        actions.push(compiler.build(leaf, definition) as RichMenuAction)
      else
        compiler.report(
          'wrong_child',
          `<${definition?.name ?? String(leaf.type)}> is not permitted in <${compiler.parent}>; it holds text and one action`,
          { child: leaf },
        )
    }
  })
  return { actions, text: text.trim(), label: text.replace(/[ \t\r\n]+/g, ' ').trim() }
}

/** The action with a label, if it has none of its own. The object stays the same: problems are found by it. */
export function withLabel<A extends RichMenuAction>(action: A, label: string): A {
  // Some sources count UTF-16 code units: these are at least as many.
  const short = truncate(label, labelLimits.richMenu.label.max, 'utf16')
  if (short !== '' && action.label === undefined) action.label = short
  return action
}
