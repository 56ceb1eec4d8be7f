import { component } from '../../jsx-runtime/component.js'
import type { TextChildren } from '../../jsx-runtime/types.js'
import type { CellNode } from '../layout/node.js'
import type { PartSize } from '../layout/part-size.js'
import type { CellStyle } from '../layout/look.js'
import { readContents, textOf } from './contents.js'
import { readSize } from './parts.js'
import { readLook } from './read-look.js'
import { cellNames, type Names, refuseUnknown, sizeNames } from './known-props.js'

/** Props of {@link Tab}. */
export interface TabProps extends PartSize, CellStyle {
  /** How it differs in the menu that it leads to; a white background and bold text by default. */
  current?: CellStyle | undefined
  /** Key of the menu that it leads to. In the menu of a locale, it leads to the menu of the same locale, if there is one. */
  to: string
  /** Comes back in `postback.data`; `tab=` and the key by default. */
  data?: string | undefined
  /** Text, which is the label that screen readers read, `<Text>`, `<Icon>`, `<Picture>`, `<Box>`. */
  children?: TextChildren
}

const names: Names<TabProps> = {
  ...{ ...sizeNames, ...cellNames },
  ...{ current: 1, to: 1, data: 1, children: 1 },
}

/**
 * A cell that leads to another menu of {@link richMenus}. In that menu itself it has no area, so all menus can have the same tabs.
 *
 * @example
 * <Tab to="shop">Shop</Tab>
 *
 * @see https://developers.line.biz/en/reference/messaging-api/#richmenu-switch-action
 */
export const Tab = component(['Tab', 'richMenuPart'], (props: TabProps, compiler): CellNode => {
  refuseUnknown(compiler, props, names)
  const { to, data = `tab=${to}`, current = {} } = props
  if (typeof to !== 'string' || to === '')
    compiler.report(
      'wrong_value',
      `<Tab>: to is ${to === undefined ? 'missing' : JSON.stringify(to)}; it must be the key of the menu that the tab leads to, such as "shop"`,
      { property: 'action.richMenuAliasId' },
    )
  refuseUnknown(compiler, current, cellNames, 'current.')
  const { actions, contents } = readContents(props.children, compiler, true)
  if (actions.length > 0)
    compiler.report('wrong_child', '<Tab> holds an action; its action is to lead to the menu `to`')
  return {
    kind: 'cell',
    ...readSize(compiler, props),
    action: { type: 'richmenuswitch', richMenuAliasId: to, data },
    tab: to,
    contents,
    label: textOf(contents),
    defaults: { background: '#e4e7eb' },
    look: readLook(compiler, props),
    currentDefaults: { background: '#ffffff', fontWeight: 700 },
    currentLook: readLook(compiler, current),
  }
})
