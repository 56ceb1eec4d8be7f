/** The menus and the imagemap that are measured. Without JSX, which this folder has no compiler for. */
import { MessageAction, Uri } from '../../src/components/index.js'
import { createElement as h } from '../../src/jsx-runtime/jsx.js'
import {
  Cell,
  Column,
  Icon,
  Imagemap,
  RichMenu,
  richMenus,
  Row,
  Tab,
  Text,
} from '../../src/rich-menu/index.js'

const styles = { card: { background: '#ffffff', radius: 40, gap: 20 } }

/** A menu with two tabs and six cells, each with an icon and two texts; one in a row may have a photo. */
export const menu = (name: string, photo?: Uint8Array) =>
  h(
    RichMenu,
    { chatBarText: 'Menu', background: '#e8ece8', styles },
    h(Row, { height: 200 }, h(Tab, { to: 'menu0' }, 'Home'), h(Tab, { to: 'menu1' }, 'Shop')),
    ...['lucide:clock', 'lucide:map-pin'].map((icon) =>
      h(
        Row,
        { gap: 30, padding: 30 },
        ...[1, 2, 3].map((number) =>
          h(
            Cell,
            { style: 'card', image: number === 2 ? photo : undefined },
            h(MessageAction, { text: `${name} ${number}` }),
            h(Icon, { name: icon, size: 200, color: '#2f6b4f' }),
            `${name} ${number}`,
            h(Text, { fontSize: 50 }, 'お茶 ชา 預訂 🍵'),
          ),
        ),
      ),
    ),
  )

/** Many menus of one owner. */
export const menusOf = (count: number) =>
  richMenus({
    owner: 'bench',
    default: 'menu0',
    menus: Object.fromEntries(
      Array.from({ length: count }, (_, i) => [`menu${i}`, menu(`Menu ${i}`)]),
    ),
  })

/** An imagemap with four cells. */
export const imagemap = (name: string) =>
  h(
    Imagemap,
    {
      baseUrl: 'https://bot.example.com/maps/shop',
      altText: 'Shop',
      height: 780,
      background: 'linear-gradient(180deg, #fdf6ec, #e8d9c0)',
      styles,
      gap: 24,
      padding: 32,
    },
    h(
      Cell,
      { height: 120, style: 'card', direction: 'row', fontSize: 52 },
      h(Icon, { name: 'lucide:leaf', size: 70 }),
      `${name} お茶の店 🍵`,
    ),
    h(
      Row,
      { gap: 24 },
      h(
        Cell,
        { style: 'card', flex: 2 },
        h(MessageAction, { text: 'hours' }),
        h(Icon, { name: 'lucide:clock', size: 130, color: '#2f6b4f' }),
        'Opening hours',
      ),
      h(
        Column,
        { gap: 24 },
        h(Cell, { style: 'card' }, h(Uri, { uri: 'https://example.com/map' }), '地圖'),
        h(Cell, { style: 'card' }, h(MessageAction, { text: 'help' }), 'ติดต่อเรา'),
      ),
    ),
  )
