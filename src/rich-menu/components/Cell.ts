import { builtIn, component, type ComponentHost } from '../../jsx-runtime/component.js'
import { isElement } from '../../jsx-runtime/element.js'
import type { TextAnd } from '../../jsx-runtime/types.js'
import type { RichMenuAction } from '../../spec/action.js'
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
 * A cell of a menu or an imagemap. Its area reaches to the middle of the gaps around it, and to the edge of the picture. The action has the
 * text as its label, up to {@limit label.richMenu} characters of it (in an imagemap {@limit label.imagemap}), unless it has one.
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
  return {
    kind: 'cell',
    ...readSize(compiler, props),
    action: actions[0],
    tab: undefined,
    text,
    label,
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
