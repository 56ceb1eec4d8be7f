/** Rich menus: a picture with areas, and the bar that opens and closes it. */
import type { RichMenuArea, RichMenuRequest, RichMenuSize } from '../../spec/rich-menu.js'
import { area, on } from '../areas.js'
import { keyboard } from '../icons.js'
import { type Pen, picture } from '../pen.js'
import { list, number, record, words } from '../read.js'
import { tapOf } from '../tap.js'
import { box, image, text, type TreeNode } from '../tree.js'
import type { RichMenuPicture } from './types.js'

function bar(label: unknown, open: boolean, pen: Pen): TreeNode {
  const color = pen.colors.barText
  return box(
    {
      flexDirection: 'row',
      alignItems: 'center',
      justifyContent: 'center',
      height: 46,
      // The icon, and the same on the other side.
      paddingLeft: 46,
      paddingRight: 46,
      backgroundColor: pen.colors.bar,
      borderTopWidth: 1,
      borderStyle: 'solid',
      borderColor: pen.colors.hairline,
    },
    [
      image({ position: 'absolute', left: 14, top: 11, width: 24, height: 24 }, keyboard(color)),
      text(
        { fontSize: 14, fontWeight: 500, lineHeight: 1.4, color },
        `${words(label, 400) || pen.words.menu} ${open ? '▼' : '▲'}`,
      ),
    ],
    { role: 'chat-bar' },
  )
}

function menuPicture(menu: unknown, url: unknown, pen: Pen): TreeNode {
  const given = record<RichMenuRequest>(menu) ?? {}
  const size = record<RichMenuSize>(given.size) ?? {}
  const width = number(size.width, 1, 100_000) ?? 2500
  const height = number(size.height, 1, width * 3) ?? 1686
  const areas = list(given.areas)
    .slice(0, 100)
    .flatMap((value) => {
      const { bounds, action } = record<RichMenuArea>(value) ?? {}
      const tap = tapOf(action)
      return tap ? [area(on(bounds, width, height), tap)] : []
    })
  const source =
    url === undefined ? { url: undefined, placeholder: words(given.name, 200) } : picture(pen, url)
  const shown = image({ width: '100%', aspectRatio: width / height }, source, {
    alt: words(given.chatBarText, 60),
  })
  return box({ overflow: 'hidden' }, [shown, ...areas], { role: 'menu-picture' })
}

/** The menu, over the whole width. */
export function richMenu(value: unknown, pen: Pen): TreeNode {
  const given = record<RichMenuPicture>(value) ?? {}
  const menu = record<RichMenuRequest>(given.menu) ?? {}
  const open = given.open === undefined ? menu.selected !== false : given.open === true
  const picture = open ? [menuPicture(menu, given.imageUrl, pen)] : []
  return box({}, [...picture, bar(menu.chatBarText, open, pen)], { role: 'rich-menu' })
}
