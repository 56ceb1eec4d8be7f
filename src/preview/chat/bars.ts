/** The bars above and below the chat. */
import { bars } from '../chat-figures.js'
import type { DrawContext } from '../context.js'
import * as icons from '../icons.js'
import { box, image, type Style, text, type TreeNode } from '../tree.js'

const icon = (url: string, style: Style = {}): TreeNode =>
  image({ width: 24, height: 24, ...style }, url)

/** The bar above the chat, with its name. */
export function headBar(name: string, { colors, type }: DrawContext): TreeNode {
  const color = colors.headText
  return box(
    {
      flexDirection: 'row',
      alignItems: 'center',
      height: bars.head,
      paddingLeft: 8,
      paddingRight: 14,
      backgroundColor: colors.head,
    },
    [
      icon(icons.back(color)),
      box({ flexGrow: 1, flexShrink: 1, flexBasis: 0, marginLeft: 8 }, [
        text({ fontSize: type(17), fontWeight: 700, lineHeight: 1.3, color }, name),
      ]),
      icon(icons.magnifier(color), { marginLeft: 12 }),
      icon(icons.bars(color), { marginLeft: 16 }),
    ],
    { role: 'head' },
  )
}

/** The style of a bar below the chat. */
export const footStyle = ({ colors }: DrawContext): Style => ({
  flexDirection: 'row',
  alignItems: 'center',
  height: bars.foot,
  backgroundColor: colors.bar,
  borderTopWidth: 1,
  borderStyle: 'solid',
  borderColor: colors.barLine,
})

/** The text field. In a chat with a rich menu, an icon at the left opens the menu. */
export function textField(hasMenu: boolean, context: DrawContext): TreeNode {
  const { colors, words } = context
  const color = colors.barIcon
  const field = box(
    {
      flexDirection: 'row',
      alignItems: 'center',
      flexGrow: 1,
      flexShrink: 1,
      flexBasis: 0,
      height: 36,
      marginLeft: 12,
      paddingLeft: 14,
      paddingRight: 8,
      borderRadius: 18,
      backgroundColor: colors.field,
    },
    [
      box({ flexGrow: 1, flexShrink: 1, flexBasis: 0 }, [
        text({ fontSize: 16, lineHeight: 1.3, color: '#9aa0a8' }, words.message),
      ]),
      icon(icons.smile('#9aa0a8')),
    ],
  )
  const left = hasMenu ? [icons.bars] : [icons.plus, icons.camera, icons.photos]
  return box(
    { ...footStyle(context), paddingLeft: 12, paddingRight: 12 },
    [
      ...left.map((one, index) => icon(one(color), { marginLeft: index === 0 ? 0 : 12 })),
      field,
      icon(icons.microphone(color), { marginLeft: 10 }),
    ],
    { role: 'text-field' },
  )
}
