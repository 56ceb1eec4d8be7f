/** Rich menus: an image with areas, and the bar that opens and closes it. */
import type { RichMenuArea, RichMenuRequest, RichMenuSize } from '../../spec/rich-menu.js'
import { area, on } from '../areas.js'
import { keyboard } from '../icons.js'
import { type DrawContext, picture } from '../context.js'
import { list, number, record, words } from '../read.js'
import { tapOf } from '../tap.js'
import { box, image, text, type TreeNode } from '../tree.js'
import type { RichMenuPicture } from './types.js'

function bar(label: unknown, open: boolean, context: DrawContext): TreeNode {
  const color = context.colors.barText
  return box(
    {
      flexDirection: 'row',
      alignItems: 'center',
      justifyContent: 'center',
      height: 46,
      // As wide as the icon, on both sides.
      paddingLeft: 46,
      paddingRight: 46,
      backgroundColor: context.colors.bar,
      borderTopWidth: 1,
      borderStyle: 'solid',
      borderColor: context.colors.hairline,
    },
    [
      image({ position: 'absolute', left: 14, top: 11, width: 24, height: 24 }, keyboard(color)),
      text(
        { fontSize: 14, fontWeight: 500, lineHeight: 1.4, color },
        `${words(label, 400) || context.words.menu} ${open ? '▼' : '▲'}`,
      ),
    ],
    { role: 'chat-bar' },
  )
}

function menuPicture(menu: unknown, url: unknown, context: DrawContext): TreeNode {
  const json = record<RichMenuRequest>(menu) ?? {}
  const size = record<RichMenuSize>(json.size) ?? {}
  const width = number(size.width, 1, 100_000) ?? 2500
  const height = number(size.height, 1, width * 3) ?? 1686
  const areas = list(json.areas)
    .slice(0, 100)
    .flatMap((value) => {
      const { bounds, action } = record<RichMenuArea>(value) ?? {}
      const tap = tapOf(action)
      return tap ? [area(on(bounds, width, height), tap)] : []
    })
  const source =
    url === undefined
      ? { url: undefined, placeholder: words(json.name, 200) }
      : picture(context, url)
  const shown = image({ width: '100%', aspectRatio: width / height }, source, {
    alt: words(json.chatBarText, 60),
  })
  return box({ overflow: 'hidden' }, [shown, ...areas], { role: 'menu-picture' })
}

/** The menu, as wide as the screen. */
export function richMenu(value: unknown, context: DrawContext): TreeNode {
  const json = record<RichMenuPicture>(value) ?? {}
  const menu = record<RichMenuRequest>(json.menu) ?? {}
  const open = json.open === undefined ? menu.selected !== false : json.open === true
  const picture = open ? [menuPicture(menu, json.imageUrl, context)] : []
  return box({}, [...picture, bar(menu.chatBarText, open, context)], { role: 'rich-menu' })
}
