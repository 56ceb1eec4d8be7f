/** Drawings instead of the photos of examples, by the addresses that examples use. */
import { readFileSync } from 'node:fs'
import clinicMenus from '../../../examples/clinic/rich-menu.js'
import lineTabs from '../../../examples/line-tabs/rich-menu.js'
import shopMenus from '../../../examples/shop-bot/rich-menu.js'
import { renderRichMenu, type RichMenuSet } from '../../../src/rich-menu/index.ts'
import { floorMap, richMenu } from './boards.ts'

/** Reads or makes a picture. */
type Drawing = () => Uint8Array | Promise<Uint8Array>

const tabs = ['注文', 'お店'] as const
const file = (path: string): Drawing => {
  return () => readFileSync(new URL(path, import.meta.url))
}
const svg = (name: string): Drawing => file(`${name}.svg`)
/** Pictures of the menus of an example, by path. */
const picturesOf = (
  name: string,
  menus: RichMenuSet,
  keys = Object.keys(menus.menus),
): Record<string, Drawing> =>
  Object.fromEntries(
    keys.map((key) => [
      `/${name}/${key}.png`,
      async () => (await renderRichMenu(menus, key)).picture(),
    ]),
  )
const shop = 'https://stickershop.line-scdn.net'

/** By path if the address is at example.com, otherwise by the whole address. */
const drawings: Readonly<Record<string, Drawing>> = {
  '/shop.png': svg('shop-icon'),
  '/clinic/front.jpg': svg('clinic'),
  '/teas/oolong.jpg': svg('cup-oolong'),
  '/teas/baozhong.jpg': svg('cup-baozhong'),
  '/teas/black.jpg': svg('cup-black'),
  '/teas/sencha.jpg': svg('cup-sencha'),
  '/ramen/shoyu.jpg': svg('ramen-shoyu'),
  '/ramen/miso.jpg': svg('ramen-miso'),
  '/ramen/tonkotsu.jpg': svg('ramen-tonkotsu'),
  '/ramen/tantan.jpg': svg('ramen-tantan'),
  '/map/1040': floorMap,
  '/map/opening.jpg': svg('opening'),
  '/restaurants/baan-somtam.jpg': svg('papaya-salad'),
  '/icons/star-gold.png': svg('star-gold'),
  '/icons/star-gray.png': svg('star-gray'),
  '/icons/slip.png': svg('slip'),
  '/icons/mike.png': svg('mike'),
  '/items/pot.jpg': svg('pot'),
  '/items/cups.jpg': svg('cups'),
  '/items/tray.jpg': svg('tray'),
  '/tickets/TKT-7F3K-22.png': svg('code'),
  '/house/door-small.jpg': svg('door'),
  '/house/way.jpg': svg('street'),
  '/coupons/birthday.jpg': svg('birthday'),
  '/tea-order.png': () =>
    richMenu(tabs, 0, [
      { icon: 'pot', label: 'お茶を注文する' },
      { icon: 'list', label: '注文の履歴' },
    ]),
  '/tea-shop.png': () =>
    richMenu(tabs, 1, [
      { icon: 'pin', label: '地図' },
      { icon: 'phone', label: '電話する' },
    ]),
  ...picturesOf('clinic', clinicMenus, ['booked.ja']),
  ...picturesOf('shop-bot', shopMenus),
  ...picturesOf('line-tabs', lineTabs),
  [`${shop}/stickershop/v1/sticker/52002734/android/sticker.png`]: svg('cake-cat'),
  [`${shop}/stickershop/v1/sticker/1988/android/sticker.png`]: svg('waving-cat'),
  [`${shop}/sticonshop/v1/sticon/5ac1bfd5040ab15980c9b435/android/001.png`]: svg('tea-emoji'),
}

/** Photos of the test messages, by a part of their address. */
const ofCorpus: Readonly<Record<string, Drawing>> = {
  'photos/menu': svg('papaya-salad'),
  'photos/noodles': svg('ramen-shoyu'),
  'photos/twin': svg('room-by-day'),
  'photos/suite': svg('room-by-night'),
  'photos/tea': svg('cup-sencha'),
  'photos/cups': svg('cups'),
  'photos/sweets': svg('birthday'),
  'photos/coat': svg('coat'),
  'photos/festival': svg('street'),
  'photos/film': svg('opening'),
  'photos/arm%20chair': svg('arm-chair'),
  'photos/metal%20lamp': svg('lamp'),
  'com/qr': svg('code'),
  'icons/cony': svg('mike'),
  'icons/cart': svg('slip'),
  'star-gray': svg('star-gray'),
  'star-gold': svg('star-gold'),
}

const landscape = svg('hills')
const smallLandscape = svg('hill')
const sticker = svg('waving-cat')
const emoji = svg('tea-emoji')

const cache = new Map<Drawing, Promise<Uint8Array>>()

function draw(drawing: Drawing): Promise<Uint8Array> {
  const cached = cache.get(drawing)
  if (cached) return cached
  const bytes = Promise.resolve(drawing())
  cache.set(drawing, bytes)
  return bytes
}

const ofExample = (url: string): Drawing | undefined =>
  drawings[url.replace('https://example.com', '')]

/** The drawing for an address that an example uses. */
export function photo(url: string): Promise<Uint8Array> {
  const drawing = ofExample(url)
  if (!drawing)
    throw new Error(
      `${url} has no drawing: add an SVG file to scripts/gallery/photos, and a line to its index.ts`,
    )
  return draw(drawing)
}

/** A drawing for any address: without one of its own, it is a landscape, a sticker or an emoji. */
export function anyPhoto(url: string): Promise<Uint8Array> {
  const drawing = ofExample(url)
  if (drawing && drawing !== floorMap) return draw(drawing)
  const part = Object.keys(ofCorpus).find((name) => url.includes(name))
  if (part !== undefined) return draw(ofCorpus[part]!)
  if (url.startsWith(`${shop}/stickershop`)) return draw(sticker)
  return draw(url.startsWith(shop) ? emoji : landscape)
}

/** A drawing for any address, on pictures of many small messages. */
export function smallPhoto(url: string): Promise<Uint8Array> {
  const isOfShop = url.startsWith(shop) || url === 'https://example.com/shop.png'
  return isOfShop ? anyPhoto(url) : draw(smallLandscape)
}
