import { component } from '../../jsx-runtime/component.js'
import type { TextAnd } from '../../jsx-runtime/types.js'
import type { RichMenuAction } from '../../spec/action.js'
import type { CellNode } from '../layout/node.js'
import type { PartSize } from '../layout/part-size.js'
import type { CellStyle } from '../layout/look.js'
import { readContents, textOf } from './contents.js'
import { readSize } from './parts.js'
import { readLook } from './read-look.js'
import { cellNames, type Names, refuseUnknown, sizeNames } from './known-props.js'

/** Props of {@link Cell}. */
export interface CellProps extends PartSize, CellStyle {
  /**
   * Text, which is the label that screen readers read, `<Text>`, `<Icon>`, `<Picture>`, `<Box>`, and one action. A cell without an action
   * cannot be tapped.
   */
  children?: TextAnd<RichMenuAction>
}

const names: Names<CellProps> = { ...sizeNames, ...cellNames, children: 1 }

/**
 * A cell of a menu or an imagemap. Its area reaches to the middle of the gaps around it, and to the edge of the picture. The action has the
 * text as its label, up to {@limit label.richMenu} characters of it (in an imagemap {@limit label.imagemap}), unless it has one.
 *
 * @example
 * import { MessageAction } from 'fukidashi'
 * import { Cell, Icon } from 'fukidashi/rich-menu'
 *
 * export const book = (
 *   <Cell flex={2} background="#2f6b4f" color="#ffffff" gap={20}>
 *     <MessageAction text="book" />
 *     <Icon name="lucide:calendar" />
 *     Book a table
 *   </Cell>
 * )
 */
export const Cell = component(['Cell', 'richMenuPart'], (props: CellProps, compiler): CellNode => {
  refuseUnknown(compiler, props, names)
  const { actions, contents } = readContents(props.children, compiler, true)
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
    contents,
    label: textOf(contents),
    look: readLook(compiler, props),
  }
})
