/** Rich menus: an image with areas, and the bar that opens and closes it. */
import type { RichMenuArea, RichMenuRequest, RichMenuSize } from '../../spec/rich-menu.js'
import { area, on, outline } from '../areas.js'
import { bars } from '../chat-figures.js'
import { keyboard, triangle } from '../icons.js'
import { type DrawContext, picture } from '../context.js'
import { list, number, record, words } from '../read.js'
import { tapOf } from '../tap.js'
import { box, image, text, type TreeNode } from '../tree.js'
import { footStyle } from './bars.js'
import type { RichMenuPicture } from './types.js'

function bar(label: unknown, open: boolean, context: DrawContext): TreeNode {
  const color = context.colors.barText
  return box(
    {
      ...footStyle(context),
      justifyContent: 'center',
      // As wide as the icon, on both sides.
      paddingLeft: 50,
      paddingRight: 50,
    },
    [
      image(
        { position: 'absolute', left: 14, top: (bars.foot - 1 - 24) / 2, width: 24, height: 24 },
        keyboard(context.colors.barIcon),
      ),
      box({ flexShrink: 1 }, [
        text(
          { fontSize: context.type(14), lineHeight: 1.4, color },
          words(label, 400) || context.words.menu,
        ),
      ]),
      image({ width: 9, height: 9, marginLeft: 6 }, triangle(color, open), { role: 'triangle' }),
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
      const place = on(bounds, width, height)
      if (!tap) return []
      return url === undefined ? [outline(place, tap), area(place, tap)] : [area(place, tap)]
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

/** The menu, as wide as the screen, with its bar below. */
export function richMenu(value: unknown, context: DrawContext): TreeNode {
  const json = record<RichMenuPicture>(value) ?? {}
  const menu = record<RichMenuRequest>(json.menu) ?? {}
  const open = json.open === undefined ? menu.selected !== false : json.open === true
  const picture = open ? [menuPicture(menu, json.imageUrl, context)] : []
  return box({}, [...picture, bar(menu.chatBarText, open, context)], { role: 'rich-menu' })
}
